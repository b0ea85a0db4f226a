import type { Catalogue } from '#catalogue/catalogue'
import { follow, type Follower } from '#catalogue/follow'
import { catalogueSource } from './catalogue-source'
import { readingRequest } from './sql'

/** Parts of the shop may be loaded as several modules: the process has one catalogue. */
const place = Symbol.for('molini.catalogue')
const kept = globalThis as { [place]?: Follower }

const onFault = (error: unknown) => console.warn('The catalogue could not be read into memory', error)

const large = 20_000

/**
 * What reading so many products has left is given back to the machine: V8 would keep it, a fifth of the process. One collection
 * empties its pages, the next one lets them go.
 */
const onLoaded = ({ columns }: Catalogue): void => {
  if (columns.used < large) return
  globalThis.gc?.()
  setTimeout(() => void globalThis.gc?.(), 1_000).unref()
}

const follower = (): Follower => (kept[place] ??= follow(catalogueSource, { onFault, onLoaded }))

/** How old answers for programs and visitors may be, in milliseconds. A page that is kept is made of what is committed now. */
export const answerAge = 200

/**
 * The catalogue in memory, at most `age` milliseconds behind the database. Undefined while it is being read, and where a
 * transaction is read that nobody else sees: then SQL answers.
 */
export const currentCatalogue = async (age: number): Promise<Catalogue | undefined> =>
  readingRequest() ? undefined : follower().current(age)

/** Reads the catalogue unless it is there already. */
export const loadCatalogue = (): Promise<void> => follower().loaded()

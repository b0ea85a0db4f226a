import { storageKeys } from '#domain/kept-keys'
import { forget, memorize, recall } from './browser-memory'

/** A shoe that somebody has looked at, as it was then. `picture`: the id of its picture, empty without one. */
export interface Seen {
  slug: string
  name: string
  colour: string
  picture: string
}

const key = storageKeys.seen
/** One more than is shown, since the shoe that one looks at is not. */
const most = 9

const isSeen = (one: unknown): one is Seen =>
  ['slug', 'name', 'colour', 'picture'].every(
    (part) => typeof (one as Record<string, unknown> | null)?.[part] === 'string',
  )

/** The shoes that this browser was asked to remember, the last first; undefined as long as nobody has asked it to. */
export function readSeen(): Seen[] | undefined {
  try {
    const { shoes } = JSON.parse(recall(key) ?? '{}') as { shoes?: unknown }
    return Array.isArray(shoes) ? shoes.filter(isSeen) : undefined
  } catch {
    return undefined
  }
}

/** Remembers shoes from now on, this one first. Answers whether the browser keeps it. */
export function rememberSeen(shoe: Seen): boolean {
  const others = (readSeen() ?? []).filter(({ slug }) => slug !== shoe.slug)
  return memorize(key, JSON.stringify({ shoes: [shoe, ...others].slice(0, most) }))
}

/** Ends it, with all that was remembered. */
export const forgetSeen = (): void => forget(key)

/** What an earlier version kept without being asked goes. */
export function dropUnasked(): void {
  if (!readSeen()) forgetSeen()
}

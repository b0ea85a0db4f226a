import { locales } from '#domain/markets'
import type { Face } from './rows'

type Texts = Face['colours']
type Image = Face['image']

/** What many products show alike, kept once: texts by the first of them, pictures by their address, swatches. */
export interface Shared {
  texts: Map<string, NonNullable<Texts>>
  images: Map<string, NonNullable<Image>>
  swatches: Map<string, string>
}

export const nothingShared = (): Shared => ({ texts: new Map(), images: new Map(), swatches: new Map() })

/** A catalogue in which nothing is alike shall not keep what it has let go of for ever. */
const most = 50_000

function keep<Value>(kept: Map<string, Value>, key: string, value: Value): Value {
  if (kept.size >= most) kept.clear()
  kept.set(key, value)
  return value
}

const areSame = (one: Texts, other: Texts): boolean =>
  locales.every((locale) => one?.[locale] === other?.[locale])

function sharedTexts({ texts }: Shared, given: Texts): Texts {
  if (!given) return null
  const key = given.en ?? Object.values(given)[0] ?? ''
  const known = texts.get(key)
  return known && areSame(known, given) ? known : keep(texts, key, given)
}

function sharedImage({ images }: Shared, given: Image): Image {
  if (!given) return null
  const known = images.get(given.id)
  const isSame =
    known?.width === given.width && known.height === given.height && areSame(known.alts, given.alts)
  return isSame ? known : keep(images, given.id, given)
}

const sharedText = ({ swatches }: Shared, given: string | null): string | null =>
  given === null ? null : (swatches.get(given) ?? keep(swatches, given, given))

/** A face that shares what it can with others; `sibling` is one of its style. */
export function sharedFace(shared: Shared, face: Face, sibling: Face | undefined): Face {
  return {
    ...face,
    name: sibling?.name === face.name ? sibling.name : face.name,
    code: sibling?.code === face.code ? sibling.code : face.code,
    swatch: sharedText(shared, face.swatch),
    colours: sharedTexts(shared, face.colours),
    summaries: sharedTexts(shared, face.summaries),
    image: sharedImage(shared, face.image),
  }
}

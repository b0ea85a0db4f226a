import { footOf, type OwnSegment } from './foot-size'
import { fitScale, fitWord, type Fit } from './review'
import type { Segment, SizeLabels } from './views'

/** Systems in which somebody says what they wear of another brand. */
export const wornSystems = ['eu', 'uk', 'us'] as const
export type WornSystem = (typeof wornSystems)[number]

export type Voices = Readonly<Record<Fit, number>>

/** A brand as somebody may wear it: how it labels feet, and how its shoes turn out. */
export interface WornBrand {
  /** Empty for a brand that the shop does not carry. */
  slug: string
  name: string
  sizes: readonly SizeLabels[]
  voices: Voices
}

export interface Worn {
  brand: WornBrand
  system: WornSystem
  size: string
}

/** Millimetres of foot that a brand is off whose shoes all run small or large: less than the 7 of a whole size. */
const mostOff = 5
/** Beyond this nothing fits, a whole size. */
const wholeSize = 7
/** Up to this a size is the foot's own. */
const closeBy = 2

/** Whose US sizes a shoe of this segment goes by; children's feet have a measure of their own. */
export const wornSegment = (segment: Segment): OwnSegment | undefined =>
  segment === 'kids' ? undefined : segment === 'women' ? 'women' : 'men'

/** How many millimetres longer a size of these shoes turns out: less than nothing where they run small. */
const runsLonger = (voices: Voices): number => Math.round((fitScale(voices)?.position ?? 0) * mostOff)

/** How a shoe turns out in one word; nothing while too few have said it. */
export function turnsOut(voices: Voices): { fit: Fit; count: number } | undefined {
  const scale = fitScale(voices)
  return scale && { fit: fitWord(scale), count: scale.count }
}

export type Confidence = 'high' | 'medium' | 'low'

export interface SizeHere<Size> {
  size: Size
  confidence: Confidence
  /** The foot that the size of the other brand is made for, and the foot that it means after what buyers say of it. */
  madeForMm: number
  footMm: number
  theirs?: { fit: Fit; count: number }
  ours?: { fit: Fit; count: number }
  /** The foot lies between two sizes: the larger one is meant. */
  isBetween: boolean
}

/** Millimetres of foot that a size of the other brand is made for; nothing when it has no such size. */
export const madeFor = ({ brand, system, size }: Worn, segment: Segment): number | undefined => {
  const of = wornSegment(segment)
  return of && footOf([brand.sizes], { size, system, segment: of })
}

const confidenceOf = (isKnown: boolean, voices: number, off: number): Confidence => {
  if (!isKnown || off > closeBy + 1) return 'low'
  return voices === 2 ? 'high' : voices === 1 ? 'medium' : 'low'
}

/**
 * The size of a shoe for whoever wears `worn`: over the foot its size is made for, moved by how either runs, from ten voices
 * on. Of two sizes as near the larger; nothing when none is near, or the other brand has no such size.
 */
export function sizeHere<Size extends { labels: SizeLabels }>(
  worn: Worn,
  shoe: { segment: Segment; voices: Voices; sizes: readonly Size[]; brand: string },
): SizeHere<Size> | undefined {
  const madeForMm = madeFor(worn, shoe.segment)
  if (madeForMm === undefined) return undefined
  const [theirs, ours] = [turnsOut(worn.brand.voices), turnsOut(shoe.voices)]
  const footMm = madeForMm + runsLonger(worn.brand.voices)
  const wanted = footMm - runsLonger(shoe.voices)
  const off = ({ labels }: Size): number => Math.abs((labels.footMm ?? 0) - wanted)
  const [size] = shoe.sizes
    .filter(({ labels }) => labels.footMm !== undefined)
    .toSorted((one, other) => off(one) - off(other) || (other.labels.footMm ?? 0) - (one.labels.footMm ?? 0))
  if (!size || off(size) > wholeSize) return undefined
  // Shoes of one maker turn out alike: its own voices count for both.
  const isSame = worn.brand.slug === shoe.brand
  const voices = Number(theirs !== undefined || isSame) + Number(ours !== undefined)
  return {
    ...{ size, madeForMm, footMm },
    confidence: confidenceOf(worn.brand.slug !== '', voices, off(size)),
    ...(theirs && { theirs }),
    ...(ours && { ours }),
    isBetween: off(size) > closeBy,
  }
}

/** How a brand that the shop does not carry is called in addresses. */
export const otherBrand = 'other'
/** Stands in an address for a size that the brand does not have. */
export const unknownSize = 'unknown'

const sizePattern = /^(eu|uk|us)-(\d{1,2}(?:\.5|-[12]-3)?)$/

/** The system and size that a segment of an address names, as `wornPath` writes it. */
export function parseWornSize(segment: string): { system: WornSystem; size: string } | undefined {
  const [, system, size] = sizePattern.exec(segment) ?? []
  const known = wornSystems.find((one) => one === system)
  return known && size ? { system: known, size } : undefined
}

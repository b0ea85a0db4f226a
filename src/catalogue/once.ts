import { codedFacets, type Columns } from './columns'
import { bitNumber } from './sets'

/**
 * What has been counted of each style: a row of words for each, in which a value that some colour had is a bit. So a value
 * counts once for a style, however many of its colours have it.
 */
export interface Once {
  numbers: Uint32Array
  words: Uint32Array
  stride: number
  /** Where the bits of sizes and of widths begin; those of the coded facets come first, in their order. */
  sizes: number
  widths: number
}

const flagsSlot = codedFacets.length
export const counted = { passing: 1, brand: 2, fresh: 4, reduced: 8 } as const

/** One counting is over before the next begins: they share their room, which is some kilobytes for a thousand styles. */
let room = new Uint32Array(0)

const wordsFor = (values: number): number => (values + 31) >> 5

export function nothingCounted({ sizes, widths, styleCount, styleNumbers }: Columns): Once {
  const sizesSlot = flagsSlot + 1
  const widthsSlot = sizesSlot + wordsFor(sizes.values.length)
  const stride = widthsSlot + wordsFor(widths.values.length + 1)
  const length = stride * styleCount
  if (room.length < length) room = new Uint32Array(length)
  else room.fill(0, 0, length)
  return { numbers: styleNumbers, words: room, stride, sizes: sizesSlot, widths: widthsSlot }
}

/** Those of `bits` that no colour of this style had before; from now on it has. */
export function unseen({ numbers, words, stride }: Once, at: number, slot: number, bits: number): number {
  const word = (numbers[at] ?? 0) * stride + slot
  const known = words[word] ?? 0
  words[word] = known | bits
  return bits & ~known
}

/** Whether this is the first colour of its style with the value at a place of the bits that begin with a slot. */
export const isFirst = (once: Once, at: number, slot: number, place: number): boolean =>
  unseen(once, at, slot + (place >> 5), 1 << (place & 31)) !== 0

export const isFlagged = (once: Once, at: number, flag: number): boolean =>
  unseen(once, at, flagsSlot, flag) === 0

/** How many styles these products of a word of places are the first of. */
export function firstOnes(once: Once, word: number, bits: number, flag: number): number {
  let found = 0
  for (let left = bits; left; left &= left - 1)
    if (!isFlagged(once, word * 32 + bitNumber(left & -left), flag)) found += 1
  return found
}

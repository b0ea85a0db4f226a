/** Places of products as bits, 32 to a word. */
export type PlaceSet = Uint32Array

interface Kept {
  set: PlaceSet
  has: (at: number) => boolean
}

/** Which products have a value, for values that were asked for: kept in step with what is written, forgotten when there are more products. */
export type Sets = Map<string, Kept>

/** Of what products are kept in. */
interface Places {
  used: number
  sets: Sets
}

/** At a hundred thousand products each takes 12.5 kB. */
const mostKept = 500

export const newSet = ({ used }: Pick<Places, 'used'>): PlaceSet => new Uint32Array((used + 31) >> 5)

export const isIn = (set: PlaceSet, at: number): boolean => ((set[at >> 5] ?? 0) & (1 << (at & 31))) !== 0

export function put(set: PlaceSet, at: number): void {
  set[at >> 5] = (set[at >> 5] ?? 0) | (1 << (at & 31))
}

export function leave(set: PlaceSet, at: number): void {
  set[at >> 5] = (set[at >> 5] ?? 0) & ~(1 << (at & 31))
}

/** Of one bit of a word the number, from 0. */
export const bitNumber = (bit: number): number => 31 - Math.clz32(bit)

/** How many bits of a word are set. Source: counting them in parallel, as in Hacker's Delight 5-1. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many are in it. */
export function sizeOf(set: PlaceSet): number {
  let found = 0
  for (let word = 0; word < set.length; word += 1) found += bitsIn(set[word] ?? 0)
  return found
}

export function meets(one: PlaceSet, other: PlaceSet): boolean {
  for (let word = 0; word < one.length; word += 1) if ((one[word] ?? 0) & (other[word] ?? 0)) return true
  return false
}

/** Does `visit` for each, from the first place on. */
export function eachOf(set: PlaceSet, visit: (at: number) => void): void {
  for (let word = 0; word < set.length; word += 1)
    for (let left = set[word] ?? 0; left; left &= left - 1) visit(word * 32 + bitNumber(left & -left))
}

export function unionOf(columns: Places, sets: readonly PlaceSet[]): PlaceSet {
  const [only] = sets
  if (only && sets.length === 1) return only
  const all = newSet(columns)
  for (const set of sets)
    for (let word = 0; word < all.length; word += 1) all[word] = (all[word] ?? 0) | (set[word] ?? 0)
  return all
}

/** The products for which `has` is true, under a key that says what it looks at; all of them are in `among`, where that is told. */
export function setOf(
  columns: Places,
  key: string,
  has: (at: number) => boolean,
  among?: PlaceSet,
): PlaceSet {
  const { sets, used } = columns
  const known = sets.get(key)
  if (known) return known.set
  const set = newSet(columns)
  const look = (at: number): void => {
    if (has(at)) put(set, at)
  }
  if (among) eachOf(among, look)
  else for (let at = 0; at < used; at += 1) look(at)
  if (sets.size >= mostKept) sets.clear()
  sets.set(key, { set, has })
  return set
}

/** After a product was written. */
export function refreshSets({ sets }: Places, at: number): void {
  const word = at >> 5
  const bit = 1 << (at & 31)
  for (const { set, has } of sets.values()) {
    if (word >= set.length) return sets.clear()
    const others = (set[word] ?? 0) & ~bit
    set[word] = has(at) ? others | bit : others
  }
}

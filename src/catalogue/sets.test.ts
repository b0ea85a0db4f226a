import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyColumns, putRow } from './columns'
import type { CatalogueRow, Ground } from './rows'
import { eachOf, isIn, meets, newSet, put, setOf, sizeOf, unionOf, type PlaceSet } from './sets'

const ground: Ground = {
  options: [],
  brands: [],
  pins: [],
  overrides: [],
  synonyms: [],
  categories: [],
}
const face = {
  slug: 's',
  title: null,
  name: 'n',
  code: null,
  swatch: null,
  colours: null,
  summaries: null,
  image: null,
}
const row = (id: number, popularity: number): CatalogueRow => ({
  id: String(id),
  brand: 'b',
  segment: null,
  colour: null,
  popularity,
  launched: null,
  closure: null,
  heel: null,
  features: null,
  materials: null,
  categories: null,
  offers: null,
  style: `style ${id}`,
  face,
})

const most = 200
const places = fc.uniqueArray(fc.nat(most - 1))
const setWith = (members: readonly number[]): PlaceSet => {
  const set = newSet({ used: most })
  for (const at of members) put(set, at)
  return set
}
const members = (set: PlaceSet): number[] => {
  const found: number[] = []
  eachOf(set, (at) => found.push(at))
  return found
}

test('a set holds what was put into it, in order, and knows how many', () => {
  fc.assert(
    fc.property(places, (given) => {
      const set = setWith(given)
      expect(members(set)).toEqual(given.toSorted((a, b) => a - b))
      expect(sizeOf(set)).toBe(given.length)
      expect(given.every((at) => isIn(set, at))).toBe(true)
    }),
  )
})

test('sets meet where they share a member, and their union has all', () => {
  fc.assert(
    fc.property(places, places, (one, other) => {
      const columns = { ...emptyColumns(ground), used: most }
      const sets = [setWith(one), setWith(other)] as const
      expect(meets(...sets)).toBe(one.some((at) => other.includes(at)))
      expect(members(unionOf(columns, sets))).toEqual(
        [...new Set([...one, ...other])].toSorted((a, b) => a - b),
      )
    }),
  )
})

test('a set that is kept is in step with every write, whatever is asked for in between', () => {
  const writes = fc.array(fc.tuple(fc.nat(99), fc.nat(3), fc.boolean()), { maxLength: 300 })
  fc.assert(
    fc.property(writes, (history) => {
      const columns = emptyColumns(ground)
      const popular = () => setOf(columns, 'popular', (at) => (columns.popularity[at] ?? 0) > 1)
      for (const [id, popularity, asks] of history) {
        putRow(columns, row(id, popularity))
        if (asks) popular()
      }
      const kept = members(popular())
      columns.sets.clear()
      expect(kept).toEqual(members(popular()))
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { postalFit, postalPatternFault } from './postal-pattern'
import { zoneFor } from './shipping-zones'

const zone = (code: string, countries: string[], areas: [country: string, postalCodes: string][] = []) => ({
  code,
  countries,
  areas: areas.map(([country, postalCodes]) => ({ country, postalCodes })),
})
const zones = [
  zone('europe', ['IT', 'ES', 'DE', 'GB']),
  zone(
    'islands',
    [],
    [
      ['IT', '07*, 08*, 09*, 90000-98999'],
      ['ES', '07*'],
    ],
  ),
  zone('livigno', [], [['IT', '23041']]),
  zone('palermo', [], [['IT', '90100-90199']]),
  zone('canaries', [], [['ES', '35*, 38*']]),
  zone('northern-ireland', [], [['GB', 'BT*']]),
  zone('again', ['DE']),
]

test.each([
  ['IT', '20121', 'europe'],
  ['IT', '23041', 'livigno'],
  ['IT', '07100', 'islands'],
  ['IT', '90133', 'palermo'],
  ['IT', '91100', 'islands'],
  ['ES', '35 001', 'canaries'],
  ['ES', '07001', 'islands'],
  ['GB', 'bt1 5gs', 'northern-ireland'],
  ['GB', 'B1 1AA', 'europe'],
  ['DE', '10115', 'again'],
  ['IT', '', 'europe'],
  ['FR', '75001', undefined],
])('%s %s is in the zone %s', (country, postalCode, expected) =>
  expect(zoneFor(zones, { country, postalCode })?.code).toBe(expected),
)

test('a range of the first digits holds all codes that begin so', () => {
  expect(postalFit('NL', '1000-1099', '1012 AB')).toBeDefined()
  expect(postalFit('NL', '1000-1099', '1100 AB')).toBeUndefined()
  expect(postalFit('US', '00601-00799, 96701', '96701-1234')).toBe(1)
  expect(postalFit('PT', '9*', '9000-019')).toBeDefined()
})

test.each([
  ['IT', '23041, 07000-07899, 35*', true],
  ['IT', '2304', false],
  ['IT', '07899-07000', false],
  ['IT', '07000-0789', false],
  ['IT', 'BT*', false],
  ['IT', '', false],
  ['IT', ' , ', false],
  ['PT', '9000-019', false],
  ['PT', '9000019', true],
  ['GB', 'BT*, JE2 3AB', true],
  ['GB', '**', false],
  ['IT', "07*'; DROP TABLE", false],
])('%s: the list "%s"', (country, text, isRight) =>
  expect(postalPatternFault(country, text) === undefined).toBe(isRight),
)

const digits = fc.integer({ min: 0, max: 99_999 }).map((code) => String(code).padStart(5, '0'))
const areaTexts = fc.oneof(
  digits,
  fc.tuple(digits, digits).map(([one, other]) => [one, other].toSorted().join('-')),
  fc.integer({ min: 1, max: 4 }).chain((length) => digits.map((code) => `${code.slice(0, length)}*`)),
)
const manyZones = fc
  .array(fc.record({ isWhole: fc.boolean(), areas: fc.array(areaTexts, { maxLength: 3 }) }), { maxLength: 6 })
  .map((all) =>
    all.map(({ isWhole, areas }, index) =>
      zone(
        `zone-${index}`,
        isWhole ? ['IT'] : [],
        areas.map((text) => ['IT', text]),
      ),
    ),
  )

test('whatever the zones: their order does not matter, a part goes before the whole, and whoever is found does reach the place', () =>
  fc.assert(
    fc.property(manyZones, digits, (all, postalCode) => {
      const to = { country: 'IT', postalCode }
      const found = zoneFor(all, to)
      expect(zoneFor(all.toReversed(), to)).toBe(found)
      const parts = all.filter(({ areas }) =>
        areas.some((area) => postalFit('IT', area.postalCodes, postalCode) !== undefined),
      )
      const wholes = all.filter(({ countries }) => countries.includes('IT'))
      expect((parts.length > 0 ? parts : wholes).includes(found as never)).toBe(
        parts.length + wholes.length > 0,
      )
      expect(zoneFor(all, { country: 'FR', postalCode })).toBeUndefined()
    }),
    { numRuns: 1_000 },
  ))

import { expect, test } from 'vitest'
import { rateOf, type TaxRateRow } from './tax-rates'
import { isEuForVat, taxRegion } from './tax-regions'

const row = (country: string, basisPoints: number, more: Partial<TaxRateRow> = {}): TaxRateRow => ({
  country,
  basisPoints,
  region: null,
  taxClass: 'standard',
  from: '2024-01-01',
  ...more,
})
const rates = [
  row('EE', 2_200),
  row('EE', 2_400, { from: '2025-07-01' }),
  row('EE', 2_600, { from: '2028-01-01' }),
  row('GB', 2_000),
  row('GB', 0, { taxClass: 'children' }),
  row('ES', 2_100),
  row('ES', 0, { region: 'CN' }),
  row('ES', 1_000, { taxClass: 'reduced' }),
  row('US', 0),
  row('US', 888, { region: 'NY' }),
]
const rate = (to: Parameters<typeof taxRegion>[0], taxClass = 'standard', day = '2026-11-27') =>
  rateOf(rates, { taxClass, to, day })

test('the rate is the newest one that has begun on the day', () => {
  const on = (day: string) => rate({ country: 'EE' }, 'standard', day)
  expect(
    ['2023-12-31', '2024-01-01', '2025-06-30', '2025-07-01', '2027-12-31', '2028-01-01'].map(on),
  ).toEqual([0, 2_200, 2_200, 2_400, 2_400, 2_600])
})

test('a class has its own rate, and the standard one where it has none', () => {
  expect(rate({ country: 'GB' }, 'children')).toBe(0)
  expect(rate({ country: 'EE' }, 'children')).toBe(2_400)
  expect(rate({ country: 'ES' }, 'reduced')).toBe(1_000)
  expect(rate({ country: 'EE' }, 'zero')).toBe(0)
})

test('a part of a country with a tax of its own is told by the postcode', () => {
  expect(rate({ country: 'ES', postalCode: '28001' })).toBe(2_100)
  expect(rate({ country: 'ES', postalCode: '35001' })).toBe(0)
  expect(rate({ country: 'ES', postalCode: '38 001' }, 'reduced')).toBe(0)
  expect(rate({ country: 'US', postalCode: '10001' })).toBe(888)
  expect(rate({ country: 'US', postalCode: '10001-1234', region: 'New York' })).toBe(888)
  expect(rate({ country: 'US', postalCode: '10001', region: 'NJ' })).toBe(0)
  expect(rate({ country: 'US', region: ' ny ' })).toBe(888)
  expect(rate({ country: 'US', postalCode: '90210' })).toBe(0)
  expect(rate({ country: 'CH' })).toBe(0)
})

test.each([
  [{ country: 'IT', postalCode: '23041' }, 'LIVIGNO'],
  [{ country: 'GB', postalCode: 'bt1 5gs' }, 'NIR'],
  [{ country: 'PT', postalCode: '9000-019' }, '30'],
  [{ country: 'PT', postalCode: '9500-150' }, '20'],
  [{ country: 'AT', postalCode: '6993' }, 'JUNGHOLZ-MITTELBERG'],
  [{ country: 'US', postalCode: '02108' }, 'MA'],
  [{ country: 'US', postalCode: '73301' }, 'TX'],
  [{ country: 'US', postalCode: '20500' }, 'DC'],
  [{ country: 'IT', postalCode: '20121', region: 'mi' }, 'MI'],
  [{ country: 'DE', postalCode: '10115' }, undefined],
])('the region of %o', (to, region) => expect(taxRegion(to)).toBe(region))

test('the ZIP table knows fifty states, the district and Puerto Rico', () => {
  const all = Array.from({ length: 1_000 }, (_, prefix) => `${String(prefix).padStart(3, '0')}01`)
  const found = all.flatMap((postalCode) => taxRegion({ country: 'US', postalCode }) ?? [])
  expect(new Set(found).size).toBe(52)
})

test('the Union for VAT leaves out its islands and enclaves, and has Northern Ireland', () => {
  const inside = [
    { country: 'DE' },
    { country: 'PT', postalCode: '9000' },
    { country: 'GB', postalCode: 'BT1 5GS' },
  ]
  const outside = [
    { country: 'CH' },
    { country: 'GB', postalCode: 'EC1A 1BB' },
    { country: 'ES', postalCode: '35001' },
    { country: 'FI', postalCode: '22100' },
    { country: 'FR', postalCode: '97400' },
  ]
  expect([...inside, ...outside].map(isEuForVat)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})

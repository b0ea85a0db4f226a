import { expect, test } from 'vitest'
import { previewCampaign } from './campaign-preview'
import type { Campaign } from './campaigns'
import type { PriceRecord } from './price-history'

const euro = (amount: number) => ({ amount, currency: 'EUR' as const })
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n))
const from = (n: number, amount: number, regular?: number): PriceRecord => ({
  from: day(n),
  amount,
  ...(regular !== undefined && { regular }),
})
const campaign: Campaign = {
  id: 'new',
  name: 'Spring',
  active: false,
  from: day(60),
  priority: 0,
  reduction: { kind: 'percent', basisPoints: 2000 },
}
const tell = (records: PriceRecord[], others: Campaign[] = [], now = day(50)) =>
  previewCampaign({ regular: euro(10_000), records, others, campaign, now })

test('a price that was steady gets the badge of the campaign', () => {
  expect(tell([from(0, 10_000)])).toEqual({
    verdict: 'announced',
    before: euro(10_000),
    after: euro(8_000),
    lowest30: euro(10_000),
    percent: 20,
  })
})

test('a price that was lower within 30 days gets a smaller badge, or none', () => {
  expect(tell([from(0, 10_000), from(40, 9_000), from(45, 10_000)])).toMatchObject({
    verdict: 'smaller',
    percent: 11,
  })
  expect(tell([from(0, 10_000), from(40, 8_000), from(45, 10_000)])).toMatchObject({ verdict: 'unlawful' })
})

test('what is planned until then counts too', () => {
  const flash = {
    ...campaign,
    id: 'flash',
    active: true,
    from: day(52),
    to: day(53),
    reduction: { kind: 'percent', basisPoints: 3000 },
  } as const
  expect(tell([from(0, 10_000)], [flash])).toMatchObject({ verdict: 'unlawful', lowest30: euro(7_000) })
})

test('what is new, what another campaign wins and what does not fall are said', () => {
  expect(tell([from(40, 10_000)])).toMatchObject({ verdict: 'new', after: euro(8_000) })
  expect(tell([])).toMatchObject({ verdict: 'new' })
  const stronger = { ...campaign, id: 'strong', active: true, priority: 5 }
  expect(tell([from(0, 10_000)], [stronger])).toMatchObject({ verdict: 'beaten' })
  const dear = { ...campaign, reduction: { kind: 'fixed', amounts: { EUR: 12_000 } } } as const
  expect(
    previewCampaign({
      regular: euro(10_000),
      records: [from(0, 10_000)],
      others: [],
      campaign: dear,
      now: day(50),
    }),
  ).toMatchObject({ verdict: 'nothing', after: euro(10_000) })
})

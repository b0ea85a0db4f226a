import { expect, test } from 'vitest'
import { boundaries, campaignState, effectivePrice, reducedPrice, type Campaign } from './campaigns'

const euro = (amount: number) => ({ amount, currency: 'EUR' as const })
const at = (time: string) => new Date(`2026-01-${time}Z`)
const campaign = (changes: Partial<Campaign> = {}): Campaign => ({
  id: 'a',
  name: 'Winter',
  active: true,
  from: at('10T00:00:00.000'),
  to: at('20T00:00:00.000'),
  priority: 0,
  reduction: { kind: 'percent', basisPoints: 2000 },
  ...changes,
})

test('the first instant of a window counts, its last does not', () => {
  const price = (time: string) => effectivePrice(euro(10_000), [campaign()], at(time)).price.amount
  expect(price('09T23:59:59.999')).toBe(10_000)
  expect(price('10T00:00:00.000')).toBe(8_000)
  expect(price('19T23:59:59.999')).toBe(8_000)
  expect(price('20T00:00:00.000')).toBe(10_000)
})

test('a campaign without an end runs until it is switched off', () => {
  const open = campaign({ to: undefined })
  expect(campaignState(open, at('31T00:00:00.000'))).toBe('running')
  expect(campaignState({ ...open, active: false }, at('31T00:00:00.000'))).toBe('off')
})

test('a campaign is off, scheduled, running, ended', () => {
  const states = ['05', '10', '20'].map((day) => campaignState(campaign(), at(`${day}T00:00:00.000`)))
  expect(states).toEqual(['scheduled', 'running', 'ended'])
})

test('the highest priority wins, among equals the lower price', () => {
  const now = at('12T00:00:00.000')
  const small = campaign({ id: 'b', reduction: { kind: 'amount', amounts: { EUR: 500 } } })
  expect(effectivePrice(euro(10_000), [small, campaign()], now).price.amount).toBe(8_000)
  const first = effectivePrice(euro(10_000), [campaign(), { ...small, priority: 1 }], now)
  expect(first).toMatchObject({ price: euro(9_500), regular: euro(10_000), campaign: { id: 'b' } })
})

test('a percentage is rounded once, halves of a cent in favour of the shopper', () => {
  expect(reducedPrice(euro(9_995), { kind: 'percent', basisPoints: 3000 })).toBe(6_996)
  expect(reducedPrice(euro(1_005), { kind: 'percent', basisPoints: 5000 })).toBe(502)
})

test.each([
  ['a fixed price that is not lower', { kind: 'fixed', amounts: { EUR: 10_000 } }],
  ['an amount that leaves nothing', { kind: 'amount', amounts: { EUR: 10_000 } }],
  ['another currency', { kind: 'fixed', amounts: { GBP: 1 } }],
] as const)('%s does nothing', (_, reduction) => {
  expect(reducedPrice(euro(10_000), reduction)).toBeUndefined()
})

test('starts and ends are found once each, in order, those of a campaign that is off are not', () => {
  const list = [campaign(), campaign({ id: 'b', from: at('20T00:00:00.000'), to: undefined })]
  const found = boundaries(
    [...list, campaign({ active: false, from: at('15T00:00:00.000') })],
    at('10T00:00:00.000'),
    at('25T00:00:00.000'),
  )
  expect(found).toEqual([at('20T00:00:00.000')])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivesBetween, deliveryPromise, promiseHolds, type ShopDelivery } from './delivery-dates'
import { momentOf, shopTime } from './shop-clock'

const shop: ShopDelivery = { home: 'IT', timezone: 'Europe/Rome', cutOff: '14:00', handling: 0 }
const italy = { country: 'IT', minDays: 2, maxDays: 4 }
const at = (time: string, of: Partial<ShopDelivery> = {}, ways = [italy]) =>
  deliveryPromise(new Date(time), { ...shop, ...of }, ways)

test.each([
  // Friday 27 November 2026, 14:00 in Rome is 13:00 UTC.
  ['in the morning', '2026-11-27T08:00:00Z', '2026-11-27T13:00:00.000Z', ['2026-12-01', '2026-12-03']],
  [
    'a second more than a minute before the cut-off',
    '2026-11-27T12:58:59Z',
    '2026-11-27T13:00:00.000Z',
    ['2026-12-01', '2026-12-03'],
  ],
  ['a minute before it', '2026-11-27T12:59:00Z', '2026-11-30T13:00:00.000Z', ['2026-12-02', '2026-12-04']],
  ['at the cut-off', '2026-11-27T13:00:00Z', '2026-11-30T13:00:00.000Z', ['2026-12-02', '2026-12-04']],
  ['before midnight', '2026-11-27T22:58:00Z', '2026-11-30T13:00:00.000Z', ['2026-12-02', '2026-12-04']],
  ['after midnight', '2026-11-27T23:00:00Z', '2026-11-30T13:00:00.000Z', ['2026-12-02', '2026-12-04']],
  ['on a Sunday', '2026-11-29T12:00:00Z', '2026-11-30T13:00:00.000Z', ['2026-12-02', '2026-12-04']],
  [
    'before a holiday of the shop',
    '2026-12-07T14:00:00Z',
    '2026-12-09T13:00:00.000Z',
    ['2026-12-11', '2026-12-15'],
  ],
  ['in summer', '2026-07-01T11:58:00Z', '2026-07-01T12:00:00.000Z', ['2026-07-03', '2026-07-07']],
])('%s', (_what, now, by, [from, to]) => expect(at(now)).toEqual({ by, from, to }))

test('what takes two days to be made ready leaves and arrives two working days later', () =>
  expect(at('2026-11-27T08:00:00Z', { handling: 2 })).toMatchObject({ from: '2026-12-03', to: '2026-12-07' }))

test('over several countries it is the first day in any and the last in any; nowhere is no promise', () => {
  const ways = [italy, { country: 'DE', minDays: 3, maxDays: 6 }]
  expect(at('2026-11-27T08:00:00Z', {}, ways)).toMatchObject({ from: '2026-12-01', to: '2026-12-07' })
  expect(at('2026-11-27T08:00:00Z', {}, [])).toBeUndefined()
})

const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const zone = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC')

test('whoever reads a kept page and orders within the minute gets it no later than it says, and after a minute of it just then', () =>
  fc.assert(
    fc.property(
      moment,
      zone,
      fc.record({ handling: fc.nat(5), hours: fc.nat(23), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
      (now, timezone, { handling, hours, part }) => {
        const cutOff = `${String(hours).padStart(2, '0')}:30`
        const promise = deliveryPromise(now, { home: 'IT', timezone, cutOff, handling }, [italy])
        if (!promise) throw new Error('There is none')
        const holds = promiseHolds(now, promise)
        expect(holds).toBeGreaterThan(0)
        // Read in the last second that it is kept, ordered 58 seconds later.
        const wait = Math.floor(part * (holds * 1000 + 58_000))
        const order = arrivesBetween(shopTime(new Date(now.getTime() + wait), timezone), italy, {
          home: 'IT',
          to: 'IT',
          cutOff,
          handling,
        })
        expect(order.from <= promise.from && order.to <= promise.to).toBe(true)
        const exact = wait < 60_000 || (order.from === promise.from && order.to === promise.to)
        expect(exact).toBe(true)
      },
    ),
    { numRuns: 1000 },
  ))

test('a moment shows the time that it was made from, but for the hour that spring leaves out', () => {
  fc.assert(
    fc.property(moment, zone, (now, timezone) => {
      const time = shopTime(now, timezone)
      expect(shopTime(momentOf(time, timezone), timezone)).toEqual(time)
    }),
  )
  expect(momentOf({ day: '2026-03-29', minutes: 150 }, 'Europe/Rome').toISOString()).toMatch(
    /^2026-03-29T0[01]:30/,
  )
})

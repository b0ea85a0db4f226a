import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivesBetween } from './delivery-dates'
import { addDays, addWorkingDays, easter, holidays, isWorkingDay, orthodoxEaster, weekday } from './holidays'
import { euCountries } from './markets'
import { isTimezone, shopTime } from './shop-clock'

test('Easter is when the almanacs say', () => {
  expect([2024, 2025, 2026, 2027, 2028, 2038, 2285].map(easter)).toEqual([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
    '2285-03-22',
  ])
  expect([2024, 2025, 2026, 2027].map(orthodoxEaster)).toEqual([
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
  ])
})

test('every country of the Union, the United Kingdom and the United States have a calendar', () => {
  for (const country of [...euCountries, 'GB', 'US']) {
    const days = [...holidays(country, 2026)]
    expect(days.length, country).toBeGreaterThanOrEqual(7)
    expect(days, country).toContain('2026-12-25')
    expect(
      days.every((day) => /^2026-\d\d-\d\d$/.test(day)),
      country,
    ).toBe(true)
  }
  expect(holidays('AQ', 2026).size).toBe(0)
})

test.each([
  ['IT', '2026-06-02'],
  ['IT', '2026-04-06'],
  ['DE', '2026-05-14'],
  ['DE', '2025-10-03'],
  ['AT', '2026-06-04'],
  ['GR', '2026-02-23'],
  ['SE', '2026-06-19'],
  ['GB', '2026-05-25'],
  ['GB', '2026-08-31'],
  ['GB', '2026-12-28'],
  ['GB', '2027-12-27'],
  ['GB', '2027-12-28'],
  ['US', '2026-11-26'],
  ['US', '2026-07-03'],
  ['US', '2026-01-19'],
  ['IE', '2026-10-26'],
])('%s rests on %s', (country, day) => expect(isWorkingDay(country, day)).toBe(false))

test('a working day is no weekend and no holiday, and none lies between one and the next', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...euCountries, 'GB', 'US'),
      fc.integer({ min: 0, max: 4_000 }),
      fc.integer({ min: 0, max: 15 }),
      (country, offset, days) => {
        const start = addDays('2024-01-01', offset)
        const end = addWorkingDays(country, start, days)
        let passed = 0
        for (let at = start; at < end; at = addDays(at, 1)) passed += isWorkingDay(country, at) ? 1 : 0
        return isWorkingDay(country, end) && ![0, 6].includes(weekday(end)) && passed === days
      },
    ),
    { numRuns: 500 },
  ))

const route = { home: 'IT', to: 'IT', cutOff: '14:00' }
const friday = '2026-11-27'

test.each([
  ['in time on a working day', { day: friday, minutes: 13 * 60 + 59 }, route, ['2026-11-30', '2026-12-02']],
  ['late on a Friday', { day: friday, minutes: 14 * 60 }, route, ['2026-12-01', '2026-12-03']],
  ['on a Saturday', { day: '2026-11-28', minutes: 0 }, route, ['2026-12-01', '2026-12-03']],
  [
    'before a holiday of the shop',
    { day: '2026-12-08', minutes: 0 },
    { ...route, to: 'DE' },
    ['2026-12-10', '2026-12-14'],
  ],
  ['over Christmas', { day: '2026-12-24', minutes: 0 }, route, ['2026-12-28', '2026-12-30']],
  [
    'over a holiday of the destination',
    { day: '2026-05-13', minutes: 0 },
    { ...route, to: 'DE' },
    ['2026-05-15', '2026-05-19'],
  ],
])('%s', (_what, now, way, [from, to]) =>
  expect(arrivesBetween(now, { minDays: 1, maxDays: 3 }, way)).toEqual({ from, to }),
)

test('whenever one orders and wherever to: it arrives on working days there, not before the first, and never earlier for a later order', () =>
  fc.assert(
    fc.property(
      fc.record({
        to: fc.constantFrom(...euCountries, 'GB', 'US'),
        home: fc.constantFrom('IT', 'DE', 'GB'),
        now: fc.integer({ min: 0, max: 3_000 * 1_440 }),
        minDays: fc.integer({ min: 0, max: 20 }),
        more: fc.integer({ min: 0, max: 10 }),
        later: fc.integer({ min: 0, max: 4_000 }),
      }),
      ({ to, home, now, minDays, more, later }) => {
        const at = (total: number) =>
          arrivesBetween(
            { day: addDays('2025-01-01', Math.floor(total / 1_440)), minutes: total % 1_440 },
            { minDays, maxDays: minDays + more },
            { home, to, cutOff: '14:00' },
          )
        const [one, other] = [at(now), at(now + later)]
        expect(one.from <= one.to && one.from <= other.from && one.to <= other.to).toBe(true)
        expect(isWorkingDay(to, one.from) && isWorkingDay(to, one.to)).toBe(true)
      },
    ),
    { numRuns: 500 },
  ))

test('the clock on the wall is that of the zone, in summer and in winter', () => {
  expect(shopTime(new Date('2026-11-27T23:30:00Z'), 'Europe/Rome')).toEqual({
    day: '2026-11-28',
    minutes: 30,
  })
  expect(shopTime(new Date('2026-07-01T22:30:00Z'), 'Europe/Rome')).toEqual({
    day: '2026-07-02',
    minutes: 30,
  })
  expect(shopTime(new Date('2026-11-27T00:10:00Z'), 'America/New_York').day).toBe('2026-11-26')
  expect(['Europe/Rome', 'UTC', 'Mars/Olympus', '', 5].map(isTimezone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

import { expect, test } from 'vitest'
import { momentOf, shopTime } from './shop-clock'

const at = (moment: string, timezone: string) => {
  const { day, minutes } = shopTime(new Date(moment), timezone)
  return `${day} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

test('each zone has its own time at one moment, also when asked again', () => {
  const zones = {
    'Europe/Rome': '2026-03-29 3:00',
    'Asia/Kathmandu': '2026-03-29 6:45',
    UTC: '2026-03-29 1:00',
  }
  for (let round = 0; round < 2; round += 1)
    for (const [zone, shown] of Object.entries(zones)) expect(at('2026-03-29T01:00:00Z', zone)).toBe(shown)
})

test('the clock goes on by the minute, over the hour that spring leaves out', () => {
  expect(at('2026-03-29T00:59:59.999Z', 'Europe/Rome')).toBe('2026-03-29 1:59')
  expect(at('2026-03-29T01:00:00Z', 'Europe/Rome')).toBe('2026-03-29 3:00')
  expect(at('2026-03-29T01:00:59Z', 'Europe/Rome')).toBe('2026-03-29 3:00')
  expect(at('2026-03-29T01:01:00Z', 'Europe/Rome')).toBe('2026-03-29 3:01')
})

test('what is shown at a moment leads back to its minute, whatever was asked before', () => {
  for (let minute = 0; minute < 3_000; minute += 7) {
    const moment = new Date(Date.UTC(2026, 9, 24) + minute * 60_000)
    const again = momentOf(shopTime(moment, 'Europe/Rome'), 'Europe/Rome')
    // Of the hour that autumn shows twice it is the later one.
    expect([0, 3_600_000]).toContain(again.getTime() - moment.getTime())
  }
})

test('a moment that is none has no time', () => {
  expect(() => shopTime(new Date('none'), 'UTC')).toThrow(RangeError)
})

import { expect, test } from 'vitest'
import { ageOf, leftUntil, shopTime } from './age'

const now = new Date('2026-11-22T12:00:00Z')
const before = (minutes: number) => ageOf(new Date(now.getTime() - minutes * 60_000), now)

test('an age is said in its largest whole unit', () => {
  expect([0, 5, 59, 60, 150, 47 * 60, 48 * 60, 59 * 1440, 70 * 1440].map(before)).toEqual([
    'now',
    '5 min',
    '59 min',
    '1 h',
    '2 h',
    '47 h',
    '2 d',
    '59 d',
    '10 wk',
  ])
})

test('a clock that runs ahead does not make an age negative', () => expect(before(-10)).toBe('now'))

test('times are those of the shop', () => {
  expect(shopTime(new Date('2026-11-22T23:30:00Z'), 'Europe/Rome')).toBe('23 Nov 2026, 00:30')
})

test('what is left of a hold is said in hours and minutes, and nothing once it is over', () => {
  const now = new Date('2026-11-28T12:00:00Z')
  const left = (seconds: number) => leftUntil(new Date(now.getTime() + seconds * 1000), now)
  expect([-1, 0, 30, 60, 3_600, 7_199].map(left)).toEqual([
    undefined,
    undefined,
    'under a minute',
    '1 min',
    '1 h',
    '1 h 59 min',
  ])
})

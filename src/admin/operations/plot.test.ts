import { expect, test } from 'vitest'
import { byMonth, plotOf, roundAbove } from './plot'

const MB = 1024 ** 2

test.each([
  [0, 1],
  [2.2 * MB, 3 * MB],
  [130 * MB, 150 * MB],
  [999 * MB, 1000 * MB],
  [1020 * MB, 1500 * MB],
  [1024 ** 3, 1024 ** 3],
])('above %d the next round size is %d', (bytes, round) => expect(roundAbove(bytes)).toBe(round))

test('a line goes from the first day to the last, and leaves the room of days that are missing', () => {
  const points = [
    { day: '2026-11-01', bytes: 2 * MB },
    { day: '2026-11-02', bytes: 4 * MB },
    { day: '2026-11-05', bytes: 3 * MB },
  ]
  expect(plotOf(points)).toEqual({
    line: '0,500 250,0 1000,250',
    area: '0,1000 0,500 250,0 1000,250 1000,1000',
    top: 4 * MB,
  })
})

test('one day makes no line', () => {
  expect(plotOf([])).toBeUndefined()
  expect(plotOf([{ day: '2026-11-01', bytes: 1 }])).toBeUndefined()
})

test('a limit is drawn when it is near, also below the line', () => {
  const points = [
    { day: '2026-11-01', bytes: 40 * MB },
    { day: '2026-11-02', bytes: 50 * MB },
  ]
  expect(plotOf(points, 101 * MB)?.limitAt).toBeUndefined()
  expect(plotOf(points, 57 * MB)).toMatchObject({ top: 60 * MB, limitAt: 50 })
  expect(plotOf(points, 30 * MB)).toMatchObject({ top: 60 * MB, limitAt: 500 })
})

test('of each month its last day, the newest first', () => {
  const points = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-02'].map((day, at) => ({
    day,
    bytes: at,
  }))
  expect(byMonth(points).map(({ day }) => day)).toEqual(['2026-11-02', '2026-10-31', '2026-09-30'])
})

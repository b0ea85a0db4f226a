import { expect, test } from 'vitest'
import { keep } from './retention'

const proved = (at: Date) => ({ at, isProved: true, isUndo: false })
const at = (text: string) => proved(new Date(`${text}Z`))
const later = new Date('2030-01-01T00:00Z')
const names = (backups: readonly ReturnType<typeof proved>[], now = later) =>
  [...keep(backups, now)].map((one) => one.at.toISOString().slice(0, 10)).sort()

test('after 400 days of a backup every night, exactly 7 days, 4 weeks and 12 months are there', () => {
  let backups: ReturnType<typeof proved>[] = []
  for (let night = 0; night < 400; night += 1) {
    const now = new Date(Date.UTC(2026, 0, 1 + night, 2, 30))
    backups.push(proved(now))
    backups = [...keep(backups, now)]
  }
  // The last night is Thursday, 2027-02-04.
  expect(names(backups)).toEqual([
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-30',
    '2026-12-31',
    '2027-01-17',
    '2027-01-24',
    '2027-01-29',
    '2027-01-30',
    '2027-01-31',
    '2027-02-01',
    '2027-02-02',
    '2027-02-03',
    '2027-02-04',
  ])
})

test('of several in a day the newest stays', () => {
  expect([...keep([at('2026-03-01T02:00'), at('2026-03-01T20:00'), at('2026-03-01T11:00')], later)]).toEqual([
    at('2026-03-01T20:00'),
  ])
})

test('a shop that stopped making backups keeps those it has', () => {
  expect(names([at('2020-01-01T02:00'), at('2020-01-02T02:00')])).toEqual(['2020-01-01', '2020-01-02'])
  expect(keep([], later).size).toBe(0)
})

const hoursAgo = (hours: number) => new Date(later.getTime() - hours * 3_600_000)
const plain = (hours: number) => ({ ...proved(hoursAgo(hours)), isProved: false })
const kept = (...backups: ReturnType<typeof proved>[]) => {
  const staying = keep(backups, later)
  return backups.map((one) => staying.has(one))
}

test('everything of the last 48 hours stays, proved or not, several in a day', () => {
  expect(kept(plain(1), plain(2), plain(30), plain(47), plain(49))).toEqual([true, true, true, true, false])
})

test('what a restore replaced stays for 7 days', () => {
  const undo = (hours: number) => ({ ...plain(hours), isUndo: true })
  expect(kept(plain(1), undo(100), undo(167), undo(169))).toEqual([true, true, true, false])
})

test('backups that are not proved push no proved one out, and the newest proved one stays however old', () => {
  const nights = Array.from({ length: 40 }, (_, night) => plain(60 + night * 24))
  const old = proved(hoursAgo(5_000))
  expect(keep([...nights, old], later)).toEqual(new Set([nights[0], old]))
})

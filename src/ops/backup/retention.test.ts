import { expect, test } from 'vitest'
import { keep } from './retention'

const at = (text: string) => ({ at: new Date(`${text}Z`) })
const names = (backups: readonly { at: Date }[]) =>
  [...keep(backups)].map((one) => one.at.toISOString().slice(0, 10)).sort()

test('after 400 days of a backup every night, exactly 7 days, 4 weeks and 12 months are there', () => {
  let backups: { at: Date }[] = []
  for (let night = 0; night < 400; night += 1) {
    backups.push({ at: new Date(Date.UTC(2026, 0, 1 + night, 2, 30)) })
    backups = [...keep(backups)]
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
  expect([...keep([at('2026-03-01T02:00'), at('2026-03-01T20:00'), at('2026-03-01T11:00')])]).toEqual([
    at('2026-03-01T20:00'),
  ])
})

test('a shop that stopped making backups keeps those it has', () => {
  expect(names([at('2020-01-01T02:00'), at('2020-01-02T02:00')])).toEqual(['2020-01-01', '2020-01-02'])
  expect(keep([]).size).toBe(0)
})

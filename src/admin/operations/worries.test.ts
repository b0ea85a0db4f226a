import { expect, test } from 'vitest'
import type { OperationsForStaff } from '#queries/admin-operations'
import { worriesOf } from './worries'

const now = new Date('2026-11-27T12:00:00Z')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
const proof = { at: before(600), provedAt: before(590), rows: 1, files: 1, seconds: 1 }

const well: Required<Omit<OperationsForStaff, 'ranAt'>> & { ranAt?: string } = {
  unread: [],
  ranAt: before(4),
  jobs: [{ name: 'send-mail', at: before(4), milliseconds: 3, done: 2 }],
  mail: { queued: 2, dead: 0, sentToday: 9, waitingSince: before(2) },
  events: [{ provider: 'stripe', received: 3, open: 1, last: before(1) }],
  backups: { isOn: true, isLate: false, proof, kept: [] },
  points: { isLate: false, since: before(900) },
  database: {
    ...{ version: '17.6', bytes: 1, connections: 12, most: 100, hits: 1 },
    ...{ blocked: 1, blockedFor: 2, longest: 3, tables: [], countedSince: null, sizes: [] },
    ...{ programs: [], pools: [], locks: [], readWhole: [], bareKeys: [], unused: [] },
    ...{ looseTables: [], looseIndexes: [] },
    storage: { bounds: 'limit', room: 10e9, left: 9e9, share: 0.1, days: 900, isShort: false },
  },
  server: {
    ...{ node: '20.19.0', uptime: 1, memory: 1, busy: 0 },
    pages: { isDeaf: false, pages: 1, bytes: 1, given: 1, drawn: 1 },
  },
  faults: [{ mark: 'a', place: 'b', words: 'c', times: 1, firstAt: before(900), lastAt: before(61) }],
}

const storage = { room: 1e9, left: 1e8, share: 0.9, isShort: true }

const said = (shop: Partial<OperationsForStaff>) =>
  worriesOf({ ...well, ...shop }, now).map(({ words }) => words)

test('what could not be read is said, and nothing else is made of it', () => {
  const parts = ['jobs', 'mail', 'events', 'backups', 'points', 'database', 'faults'] as const
  const words = worriesOf({ unread: [...parts], server: well.server }, now).map((one) => one.words)
  expect(words).toHaveLength(parts.length)
  for (const one of words) expect(one).toContain('could not be read just now')
})

test('a shop that runs as it should worries nobody', () => expect(said({})).toEqual([]))

const cases: [string, Partial<OperationsForStaff>, string][] = [
  ['jobs that stopped', { ranAt: before(25) }, 'No job has run for 25 min'],
  [
    'a job that fails',
    { jobs: [{ name: 'send-mail', at: before(1), milliseconds: 1, fault: 'refused' }] },
    'Send mail fails: refused',
  ],
  ['mail given up', { mail: { queued: 0, dead: 1, sentToday: 0 } }, '1 mail was given up'],
  [
    'mail that waits',
    { mail: { queued: 1, dead: 0, sentToday: 0, waitingSince: before(40) } },
    'Mail has waited for 40 min',
  ],
  [
    'notices that wait',
    { events: [{ provider: 'stripe', received: 0, open: 2, last: before(30) }] },
    '2 notices of Stripe',
  ],
  ['backups that are off', { backups: { isOn: false, isLate: true, kept: [] } }, 'Backups are off'],
  [
    'a proof that is old',
    { backups: { isOn: true, isLate: true, proof: { ...proof, provedAt: before(3000) }, kept: [] } },
    'checked is 2 d old',
  ],
  [
    'a backup that failed',
    { backups: { ...well.backups, fault: { at: before(1), words: 's3: answers 403' } } },
    's3: answers 403',
  ],
  ['an archive that is late', { points: { isLate: true } }, 'not in the archive'],
  ['a crowd', { database: { ...well.database, connections: 81 } }, '81 of 100 connections'],
  ['a lock', { database: { ...well.database, blockedFor: 45 } }, 'waited for 45 s'],
  [
    'a limit that is near',
    { database: { ...well.database, storage: { ...storage, bounds: 'limit', days: 12 } } },
    'The database has 95.4 MB left, 90.0 % of its room is taken, and it is full in 12 days',
  ],
  [
    'a disk that is nearly full',
    { database: { ...well.database, storage: { ...storage, bounds: 'disk' } } },
    'The disk of the database has 95.4 MB left, 90.0 % of its room is taken.',
  ],
  ['an open transaction', { database: { ...well.database, longest: 600 } }, 'open for 10 min'],
  [
    'pages that are not kept',
    { server: { ...well.server, pages: { isDeaf: true, pages: 0, bytes: 0, given: 0, drawn: 0 } } },
    'Pages are drawn anew',
  ],
  [
    'fresh errors',
    { faults: [{ mark: 'a', place: 'b', words: 'c', times: 1, firstAt: before(9), lastAt: before(9) }] },
    '1 kind of error in the last hour',
  ],
]

test.each(cases)('%s: one worry, said', (_, shop, words) => {
  const worries = said(shop)
  expect(worries).toHaveLength(1)
  expect(worries[0]).toContain(words)
})

test('a shop whose jobs never ran is told so', () => {
  const fresh = { ...well }
  delete fresh.ranAt
  expect(worriesOf(fresh, now)[0]?.words).toContain('No job has run yet')
})

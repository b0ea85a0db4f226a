import { expect, test } from 'vitest'
import { isBaseDue, markOfKey } from './keep-points'

const now = new Date('2026-11-27T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
const key = markOfKey('a-key-of-backups-for-tests-alone-ok')
const status = { base: { id: 'x', at: hoursAgo(23), bytes: 1 }, key }

test('a copy of today leads on', () => expect(isBaseDue(status, key, now)).toBe(false))

test.each([
  ['there is none', { key }],
  ['it is older than a day', { ...status, base: { ...status.base, at: hoursAgo(25) } }],
  ['a piece of the log after it is lost', { ...status, hasGap: true }],
  ['it opens by another key', { ...status, key: markOfKey('another-key-of-backups-for-tests-ok') }],
  ['nobody knows by which key it opens', { base: status.base }],
])('a new copy is due when %s', (_, of) => expect(isBaseDue(of, key, now)).toBe(true))

test('the mark of a key does not hold the key', () => {
  expect(key).toHaveLength(12)
  expect(key).not.toBe(markOfKey('a-key-of-backups-for-tests-alone-ok!'))
})

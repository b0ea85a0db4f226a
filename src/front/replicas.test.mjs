import { expect, test } from 'vitest'
import { endOfRecords } from './replicas.mjs'

test('a place in the log is where the last record ended, also when the next one would begin behind the header of a page', () => {
  expect(endOfRecords('0/1A2B3C4D')).toBe(0x1a2b3c4dn)
  expect(endOfRecords('2A/10')).toBe(0x2a_0000_0000n)
  expect(endOfRecords('0/4000028')).toBe(0x4000000n)
  expect(endOfRecords('0/4002018')).toBe(0x4002000n)
  expect(endOfRecords('0/4002030')).toBe(0x4002030n)
})

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newSealKey, open, openBytes, seal, sealBytes, sealKey } from './sealed'

test('what is sealed opens under its own label, and is never sealed the same way twice', () => {
  const text = 'K7QF-M2XZ Grüße 👟'
  expect(open('gift card mail', seal('gift card mail', text))).toBe(text)
  expect(seal('gift card mail', text)).not.toBe(seal('gift card mail', text))
  expect(open('second factor', seal('second factor', ''))).toBe('')
})

test('nothing opens under another label or another key', () => {
  expect(() => open('second factor', seal('gift card mail', 'a word'))).toThrow()
  expect(() => openBytes(sealBytes(Buffer.from('a word'), newSealKey()), newSealKey())).toThrow()
})

test('what was changed at any byte, or cut off anywhere, does not open', () => {
  const key = newSealKey()
  const sealed = sealBytes(randomBytes(20), key)
  for (let at = 0; at < sealed.byteLength; at++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => openBytes(changed, key)).toThrow()
    expect(() => openBytes(sealed.subarray(0, at), key)).toThrow()
  }
})

/** Written before this module was: in base64 or base64url, under the secret of the tests. */
test.each([
  ['gift card mail', 'BwcHBwcHBwcHBwcH6l4EG4AVnO27DKLkiTNL-b9-osqpX8kZmTGMysjGnMoEFdQ'],
  ['google sign-in', 'BwcHBwcHBwcHBwcHLnB6nUhrK3hhFQMztPKohCvYDwKVZJ_nLSrAJNDT3hEAtuE'],
  ['second factor', 'BwcHBwcHBwcHBwcH0hufXZd50nKKEhqlpUhAEl5/GW/vA4Y4rQoSjVi4c5q/cMg='],
  ['audit subject keys', 'BwcHBwcHBwcHBwcHN5olxDv+lD1Go2CSTE2Io8lLFqsbY8o54/Q5i0JqGUajWjY='],
] as const)('what stands sealed in a database under "%s" still opens', (label, sealed) => {
  expect(open(label, sealed)).toBe('a word ÿ of before')
  expect(openBytes(Buffer.from(sealed, 'base64'), sealKey(label)).toString()).toBe('a word ÿ of before')
})

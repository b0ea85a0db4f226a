import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { newSecret, stepOfCode, totpUri } from './totp'

/** The secret of the examples in RFC 6238, appendix B; the codes there have eight digits, of which apps show the last six. */
const secret = Secret.fromLatin1('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('the code %i seconds after 1970 is as in the RFC', (seconds, code) => {
  expect(stepOfCode(secret, code.slice(-6), at(seconds))).toBe(Math.floor(seconds / 30))
})

test('a code counts in its own step and one before and after, and no longer', () => {
  const code = TOTP.generate({ secret, timestamp: 100 * 30_000 })
  const found = [98, 99, 100, 101, 102].map((step) => stepOfCode(secret, code, at(step * 30 + 15)))
  expect(found).toEqual([undefined, 100, 100, 100, undefined])
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', ' 12345'])('"%s" is no code', (code) => {
  expect(stepOfCode(secret, code, at(59))).toBeUndefined()
})

test('a secret has 160 bits, and no two are the same', () => {
  const [one, other] = [newSecret(), newSecret()]
  expect(one.bytes).toHaveLength(20)
  expect(one.hex).not.toBe(other.hex)
})

test('apps read who it is for', () => {
  expect(totpUri(secret, { issuer: 'Molini', account: 'ada@example.org' })).toBe(
    'otpauth://totp/Molini:ada%40example.org?issuer=Molini&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
  )
})

import { expect, test } from 'vitest'
import { passwordFault } from './password'

test.each(['', 'short', 'elevenchars'])('"%s" is too short', (password) => {
  expect(passwordFault(password)).toBe('too-short')
})

test('128 characters are taken, 129 are not', () => {
  const sentence = 'the ninth heron reads quietly '.repeat(5)
  expect(passwordFault(sentence.slice(0, 128))).toBeUndefined()
  expect(passwordFault(sentence.slice(0, 129))).toBe('too-long')
})

test.each([
  'passwordpassword',
  'Password2026!!',
  'qwertyqwerty1',
  '123456789012',
  '777777777777',
  'aaaaaaaaaaaaaa',
  'abcdefghijklmn',
  'Administrator1!',
  'abcabcabcabc',
  'welcome-12345',
  'Qwertyuiopasdf',
  'lkjhgfdsapoiu!',
  '1q2w3e4r5t6z7u',
  'qazwsxedcrfv!!',
  'Schuhe-Schuhe-1',
  'contraseña123',
])('"%s" is what every list begins with', (password) => {
  expect(passwordFault(password)).toBe('too-common')
})

test('a password made of the own address is refused', () => {
  expect(passwordFault('giulia.rossi1', ['giulia.rossi@example.com'])).toBe('too-common')
})

test.each(['correct horse battery', 'tra7 monti e 9 fiumi', 'password of the ninth heron'])(
  '"%s" is taken: no rule but length',
  (password) => {
    expect(passwordFault(password)).toBeUndefined()
  },
)

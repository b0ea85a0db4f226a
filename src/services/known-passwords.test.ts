import { expect, test } from 'vitest'
import { passwordFault } from '#domain/password'
import { findPasswordFault } from './known-passwords'

test.each([
  'leavemealone',
  'supernatural',
  'Chesterfield',
  'lost4815162342',
  'Chesterfield1984!',
  '!!unbelievable',
  'giuseppe!2024',
  'marleymarley',
  'MarleyMarley2024',
])('"%s" is known from break-ins, and from no rule of ours', async (password) => {
  expect(passwordFault(password)).toBeUndefined()
  expect(await findPasswordFault(password)).toBe('too-common')
})

test.each([
  'nine quiet herons at dawn',
  'correct horse battery',
  'tra7 monti e 9 fiumi',
  'chesterfield sofa',
  'chesterfield8306142',
  'Ff3#kq9!Lm2@',
])('"%s" is taken', async (password) => {
  expect(await findPasswordFault(password)).toBeUndefined()
})

test('length and the own address are asked first', async () => {
  expect(await findPasswordFault('dragon')).toBe('too-short')
  expect(await findPasswordFault('x'.repeat(129))).toBe('too-long')
  expect(await findPasswordFault('ada.lovelace1', ['ada.lovelace@example.com'])).toBe('too-common')
})

test('the list is long, and small in memory', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const words = dictionary['passwords-common'].map(String)
  expect(words.length).toBeGreaterThan(40_000)
  expect(words.join('').length * 2).toBeLessThan(1_000_000)
})

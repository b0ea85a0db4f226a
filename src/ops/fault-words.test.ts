import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultWords } from './fault-words'

test('the innermost cause speaks, with its code', () => {
  const cause = Object.assign(new Error('relation "gone" does not exist'), { code: '42P01' })
  expect(faultWords(new Error('Failed query: select 1', { cause }))).toBe(
    'relation "gone" does not exist (42P01)',
  )
})

test.each([
  [
    'Failed query: insert into t values ($1)\nparams: anna@example.com,Anna',
    'Failed query: insert into t values ($1)',
  ],
  ['no such mailbox <anna.r+shoes@mail.example.com>', 'no such mailbox <[address]>'],
  [
    'invalid input syntax for type uuid: "Anna Rossi, Via Roma 3"',
    'invalid input syntax for type uuid: "[value]"',
  ],
  ["cannot read 'lines'", "cannot read 'lines'"],
  ['card 4242424242424242 refused', 'card [number] refused'],
  ['no order 0b7c5f9e-1d2c-4e5f-8a9b-0c1d2e3f4a5b', 'no order [id]'],
])('%s', (said, kept) => expect(faultWords(new Error(said))).toBe(kept))

test('whatever was typed around an address, the address is not kept, and the words are short', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
      const words = faultWords(new Error(`${before} ${address} ${after}`))
      expect(words).not.toContain(address)
      expect(words.length).toBeLessThanOrEqual(300)
    }),
  )
})

test('what is no error, and one without words, has words too', () => {
  expect(faultWords('gone')).toBe('gone')
  expect(faultWords(new TypeError(''))).toBe('TypeError')
})

import { expect, test } from 'vitest'
import { longestGiftNote, tidyGiftNote } from './gift-note'

test('a note keeps its lines and loses the space around them', () =>
  expect(tidyGiftNote('\r\n  Cara Ada,  \r\nauguri!\n\n')).toBe('Cara Ada,\nauguri!'))

test.each(['', '   ', ' \r\n\n '])('%j is no note', (given) => expect(tidyGiftNote(given)).toBeUndefined())

test('a note is as long as people count, whatever a character takes', () => {
  expect(tidyGiftNote('🎁'.repeat(longestGiftNote))).toBe('🎁'.repeat(longestGiftNote))
  expect(() => tidyGiftNote('a'.repeat(longestGiftNote + 1))).toThrow('validation.failed')
})

test.each(['a\0b', 'a\tb', 'a\u001bb', 'a\ud800b'])('%j cannot be printed', (given) =>
  expect(() => tidyGiftNote(given)).toThrow('validation.failed'),
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillWording, mailKindNames, paragraphsOf, placeholdersOf, wordingFault } from './mail-wording'

test.each(mailKindNames)('%s takes each of its placeholders', (kind) => {
  const text = placeholdersOf(kind)
    .map((name) => `{${name}}`)
    .join(' and ')
  expect(wordingFault(kind, text)).toBeUndefined()
})

test('a placeholder that the mail does not know is named, with those that it knows', () => {
  expect(wordingFault('password-reset', 'Hello {total}')).toBe(
    'There is no {total} in this mail. It knows {name}.',
  )
  expect(wordingFault('payment-received', '{Name}')).toContain('{name}, {number}, {total}, {amount}')
  expect(wordingFault('welcome', '{}')).toContain('There is no {}')
})

test.each(['{name', 'name}', '{{name}}', '}{'])('%s is refused: a brace stands alone', (text) =>
  expect(wordingFault('welcome', text)).toContain('A brace stands alone'),
)

test('what has no fault is filled without a brace left, and values are taken as they stand', () => {
  expect(fillWording('Hello {name}, {name}', { name: '{order} $& <b>' })).toBe(
    'Hello {order} $& <b>, {order} $& <b>',
  )
  expect(fillWording('{name}!', {})).toBe('!')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'name', ' ', 'x', 'number') }), (text) => {
      fc.pre(wordingFault('order-placed', text) === undefined)
      expect(fillWording(text, { name: 'Ada', number: 'M-1' })).not.toMatch(/[{}]/)
    }),
  )
})

test('paragraphs are parted by empty lines', () => {
  expect(paragraphsOf(' One\nline \r\n\r\n\n Two\n \n')).toEqual(['One\nline', 'Two'])
  expect(paragraphsOf(' \n ')).toEqual([])
})

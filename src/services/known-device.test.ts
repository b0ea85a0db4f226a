import { expect, test } from 'vitest'
import { tampered } from './testing/tampered'
import { knownDevice, makeMark } from './known-device'

const email = 'ada@example.com'

test('a browser is known for the account that was opened in it, at that door', () => {
  const mark = makeMark('shop', email)
  const name = knownDevice('shop', email, mark)
  expect(name).toHaveLength(16)
  expect(makeMark('shop', email)).not.toContain(name)
  expect(knownDevice('shop', 'bea@example.com', mark)).toBeUndefined()
  expect(knownDevice('admin', email, mark)).toBeUndefined()
})

test.each([undefined, '', '.', 'x'.repeat(60), `${'x'.repeat(16)}.${'x'.repeat(43)}`])(
  'nobody makes a mark of %s',
  (mark) => expect(knownDevice('shop', email, mark)).toBeUndefined(),
)

test('a mark that was changed is none', () => {
  const mark = makeMark('shop', email)
  expect(knownDevice('shop', email, tampered(mark))).toBeUndefined()
})

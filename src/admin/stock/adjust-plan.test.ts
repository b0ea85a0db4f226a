import { expect, test } from 'vitest'
import { adjustBody, afterAdjusting, wholeFrom } from './adjust-plan'
import { documentLink } from './document-link'
import { signed } from './signed'

const counts = { onHand: 7, reserved: 2 }

test('a count sets what is on hand, a change adds to it', () => {
  expect(afterAdjusting({ way: 'set', text: '5' }, counts)).toEqual({ onHand: 5 })
  expect(afterAdjusting({ way: 'change', text: '+12' }, counts)).toEqual({ onHand: 19 })
  expect(afterAdjusting({ way: 'change', text: '-1' }, counts)).toEqual({ onHand: 6 })
  expect(adjustBody({ way: 'change', text: '\u22121' })).toEqual({ delta: -1 })
  expect(adjustBody({ way: 'set', text: '5' })).toEqual({ setTo: 5 })
})

test('pairs held for orders stay on hand', () => {
  expect(afterAdjusting({ way: 'set', text: '1' }, counts)).toBe(
    '2 pairs are held for orders and must stay on hand.',
  )
})

test('pairs held for people who wait may be counted away, those for orders not', () => {
  const held = { onHand: 4, reserved: 3, held: 2 }
  expect(afterAdjusting({ way: 'set', text: '1' }, held)).toEqual({ onHand: 1 })
  expect(afterAdjusting({ way: 'set', text: '0' }, held)).toBe(
    '1 pair is held for orders and must stay on hand.',
  )
})

test('what changes nothing, or is no whole number, is refused in words', () => {
  expect(afterAdjusting({ way: 'set', text: '7' }, counts)).toBe('That is what is on hand already.')
  expect(afterAdjusting({ way: 'change', text: '-9' }, counts)).toBe('There cannot be fewer than no pairs.')
  expect(['1.5', '', 'x', '1e3'].map(wholeFrom)).toEqual([undefined, undefined, undefined, undefined])
})

test('a movement shows its sign and leads to its order', () => {
  expect([3, -1, 0].map(signed)).toEqual(['+3', '\u22121', '0'])
  expect(documentLink('M-100001')).toEqual({
    text: 'M-100001',
    href: '/admin/collections/orders?search=M-100001',
  })
  expect(documentLink('count-2026')).toEqual({ text: 'count-2026' })
  expect(documentLink(undefined)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { mailKindNames } from './mail-wording'
import { isStopped, stopReasons } from './mail-notice'

test('an address that does not exist gets nothing', () =>
  expect(mailKindNames.every((template) => isStopped(template, 'hard-bounce'))).toBe(true))

test.each(['order-placed', 'payment-received', 'order-refunded', 'password-reset', 'erasure-done'])(
  '%s reaches whoever wants no letters',
  (template) => expect(stopReasons.filter((reason) => isStopped(template, reason))).toEqual(['hard-bounce']),
)

test('what nobody asked for stops at any reason, what was wished for does not stop when letters do', () => {
  expect(stopReasons.filter((reason) => isStopped('review-invitation', reason))).toEqual(stopReasons)
  expect(stopReasons.filter((reason) => isStopped('back-in-stock', reason))).toEqual([
    'blocked',
    'spam',
    'hard-bounce',
  ])
})

import { expect, test } from 'vitest'
import { payPagePolicy } from './pay-page-policy'

test('the pay page runs our scripts and those of Stripe, and nothing else', () => {
  const { policy } = payPagePolicy('abc')
  const [, script] = /script-src ([^;]*)/.exec(policy) ?? []
  expect(script?.split(' ')).toEqual(
    expect.arrayContaining(["'self'", "'nonce-abc'", 'https://js.stripe.com']),
  )
  expect(script).not.toMatch(/unsafe-inline|\bhttps:(\s|$)|\*(\s|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain('report-uri /api/policy-reports')
})

test('every page has a nonce of its own', () => {
  expect(payPagePolicy().nonce).not.toBe(payPagePolicy().nonce)
})

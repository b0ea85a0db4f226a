import { expect, test } from 'vitest'
import { judge, score, type Answer } from './header-score'

const good: Answer = {
  headers: {
    'content-security-policy':
      "default-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  },
  cookies: [],
  html: '<script src="/a.js"></script>',
  redirect: { status: 308, location: 'https://shop.example/' },
}
const withHeaders = (headers: Answer['headers']): Answer => ({
  ...good,
  headers: { ...good.headers, ...headers },
})
const withPolicy = (policy: string): Answer => withHeaders({ 'content-security-policy': policy })
const pointsOf = (answer: Answer, rule: string) => judge(answer).find((one) => one.rule === rule)?.points

test('what nothing is missing from has 100, and ten for its frames and its silence', () => {
  expect(score(good)).toBe(110)
})

test.each([
  ['no policy', withPolicy(''), 'content-security-policy', -25],
  [
    'inline scripts',
    withPolicy("default-src 'self'; script-src 'unsafe-inline'"),
    'content-security-policy',
    -20,
  ],
  ['scripts of anybody', withPolicy("script-src https:; object-src 'none'"), 'content-security-policy', -20],
  ['objects of anybody', withPolicy("script-src 'self'"), 'content-security-policy', -20],
  [
    'evaluated scripts',
    withPolicy("default-src 'self'; script-src 'self' 'unsafe-eval'"),
    'content-security-policy',
    -10,
  ],
  ['no inline style either', withPolicy("default-src 'self'"), 'content-security-policy', 5],
  [
    'nothing but what is named',
    withPolicy("default-src 'none'; script-src 'self'"),
    'content-security-policy',
    10,
  ],
  ['no frames rule', withPolicy("default-src 'self'"), 'x-frame-options', -20],
  [
    'the older frames rule',
    withHeaders({ 'content-security-policy': "default-src 'self'", 'x-frame-options': 'DENY' }),
    'x-frame-options',
    0,
  ],
  [
    'no transport rule',
    withHeaders({ 'strict-transport-security': undefined }),
    'strict-transport-security',
    -20,
  ],
  [
    'a month of it',
    withHeaders({ 'strict-transport-security': 'max-age=2592000' }),
    'strict-transport-security',
    -10,
  ],
  ['a referrer for everybody', withHeaders({ 'referrer-policy': 'unsafe-url' }), 'referrer-policy', -5],
  ['guessed types', withHeaders({ 'x-content-type-options': undefined }), 'x-content-type-options', -5],
  [
    'read by every site',
    withHeaders({ 'access-control-allow-origin': '*' }),
    'cross-origin-resource-sharing',
    -50,
  ],
  ['no way to https', { ...good, redirect: undefined }, 'redirection', -20],
  [
    'a way to http',
    { ...good, redirect: { status: 301, location: 'http://shop.example/' } },
    'redirection',
    -20,
  ],
  [
    'a script of others',
    { ...good, html: '<script src="https://cdn.example/a.js">' },
    'subresource-integrity',
    -5,
  ],
  [
    'one in the clear',
    { ...good, html: '<script src="http://cdn.example/a.js">' },
    'subresource-integrity',
    -50,
  ],
  ['an open session', { ...good, cookies: ['customer-token=1; Secure; SameSite=Lax'] }, 'cookies', -30],
  ['one in the clear', { ...good, cookies: ['customer-token=1; HttpOnly; SameSite=Lax'] }, 'cookies', -10],
  ['a choice in the clear', { ...good, cookies: ['units=eu; SameSite=Lax'] }, 'cookies', -5],
  [
    'a good session',
    { ...good, cookies: ['customer-token=1; HttpOnly; Secure; SameSite=Lax'] },
    'cookies',
    5,
  ],
  [
    'kept at home',
    withHeaders({ 'cross-origin-resource-policy': 'same-origin' }),
    'cross-origin-resource-policy',
    10,
  ],
] satisfies [string, Answer, string, number][])('%s', (_name, answer, rule, points) => {
  expect(pointsOf(answer, rule)).toBe(points)
})

test('what goes beyond the usual makes up for nothing that is missing', () => {
  expect(score(withHeaders({ 'strict-transport-security': undefined }))).toBe(80)
  expect(score({ ...good, headers: {}, redirect: undefined })).toBe(10)
})

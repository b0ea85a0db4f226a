import { expect, test } from 'vitest'
import { alarmsOf, type Looked } from './passive-rules'

const good: Looked = {
  path: '/',
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000',
    'cache-control': 'private, no-store',
  },
  cookies: ['molini-customer=1; HttpOnly; Secure; SameSite=Lax'],
  text: '<a href="/c/women">Women</a><form method="post" action="/x"><input type="password"></form> 5300000000000001',
  isPersonal: true,
}
const withHeader = (name: string, value: string | undefined): Looked => ({
  ...good,
  headers: { ...good.headers, [name]: value },
})
const withText = (text: string): Looked => ({ ...good, text })
const movedTo = (location: string, text = ''): Looked => ({
  ...withHeader('location', location),
  status: 302,
  text,
})

test('a good answer breaks no rule', () => {
  expect(alarmsOf(good)).toEqual([])
})

test.each([
  ['framing is not limited', withHeader('content-security-policy', "default-src 'self'")],
  ['no content security policy', withHeader('content-security-policy', undefined)],
  [
    'scripts of anybody',
    withHeader('content-security-policy', "script-src 'self' https:; frame-ancestors 'none'"),
  ],
  ['types are guessed', withHeader('x-content-type-options', undefined)],
  ['transport is not held', withHeader('strict-transport-security', 'max-age=0')],
  ['a cookie without Secure or SameSite', { ...good, cookies: ['units=eu; SameSite=Lax'] }],
  ['a session that scripts read', { ...good, cookies: ['molini-customer=1; Secure; SameSite=Lax'] }],
  ['names its software', withHeader('x-powered-by', 'Next.js')],
  ['names its software', withHeader('server', 'nginx/1.22')],
  ['tells of its inside', withText('Error\n    at run (file.js:1:1)')],
  ['tells of its inside', withText('duplicate key value violates unique constraint')],
  ['an address of a private network', withText('from 192.168.1.20')],
  ['a card number', withText('4242424242424242')],
  ['loads something in the clear', withText('<img src="http://cdn.example/a.png">')],
  ['a script of another site', withText('<script src="//cdn.example/a.js">')],
  ['something personal that a proxy may keep', withHeader('cache-control', 'public, max-age=60')],
  ['any site may read it', withHeader('access-control-allow-origin', '*')],
  ['leads to another site', movedTo('https://evil.example/')],
  ['a way on with a page in it', movedTo('/', 'x'.repeat(2_000))],
  ['lists a folder', withText('<title>Index of /media</title>')],
  ['a session in an address', withText('<a href="/cart?token=abc">Bag</a>')],
  ['a window that its opener follows', withText('<a target="_blank" href="https://other.example">x</a>')],
  ['a password in an address', withText('<form action="/x"><input type="password"></form>')],
  ['a form of another site', withText('<form method="post" action="https://evil.example/">')],
  ['asks for a card itself', withText('<input name="cardNumber">')],
  ['a comment that tells something', withText('<!-- TODO: remove the password -->')],
] satisfies [string, Looked][])('%s', (rule, answer) => {
  expect(alarmsOf(answer)).toContain(rule)
})

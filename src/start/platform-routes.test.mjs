import { readFileSync } from 'node:fs'
import pathMatch from 'next/dist/shared/lib/router/utils/path-match.js'
import { expect, test } from 'vitest'
import { noncePages, personalPages, platformHeaders, platformRewrites } from './platform-routes.mjs'

const app = 'src/app'
const markets = 'it|de|uk|us'
const notPages = `${markets}|eu|api|admin|_next|media|dev|assets|o`
const key = 'a-key-of-a-build'
const { first, last, afterFiles, others } = platformRewrites({ app, markets, notPages, key })
const ofMarket = {
  source: `/:path((?!(?:${others})(?:/|$))(?!.*\\.[a-z]+$).*)`,
  destination: '/eu/:path',
}
const rules = [...first, { source: '/', destination: '/eu' }, ofMarket, ...last]

const isMet = ({ has = [], missing = [] }, headers) => {
  const holds = ({ key: name, value }) =>
    headers[name] !== undefined && (!value || new RegExp(`^${value}$`).test(headers[name]))
  return has.every(holds) && !missing.some(holds)
}
const written = (destination, params) =>
  destination.replace(/:(\w+)\*?/g, (_, name) => [params[name] ?? ''].flat().join('/'))

function lead(path, headers, { list = rules, goesOn }) {
  let at = path
  for (const rule of list) {
    const params = isMet(rule, headers) && pathMatch.getPathMatch(rule.source)(at)
    if (!params) continue
    at = written(rule.destination, params).replace(/\/$/, '')
    if (!goesOn) return at
  }
  return at
}

/** Platforms differ in whether they go on after a rule that has matched: here nothing may depend on it. */
function leadsTo(path, headers = {}, list = rules) {
  const [once, through] = [false, true].map((goesOn) => lead(path, headers, { list, goesOn }))
  expect(through).toBe(once)
  return once
}

test.each([
  ['/', '/kept/eu'],
  ['/p/albona', '/kept/eu/p/albona'],
  ['/c/men/f/size-42.5', '/kept/eu/c/men/f/size-42.5'],
  ['/account/nothing-here', '/kept/eu/account/nothing-here'],
  ['/cartography', '/kept/eu/cartography'],
  ['/it', '/kept/it'],
  ['/de/c/herren', '/kept/de/c/herren'],
  ['/de/none.png', '/kept/de/none.png'],
  ['/search', '/once/eu/search'],
  ['/us/search', '/once/us/search'],
  ['/cart', '/eu/cart'],
  ['/account/security', '/eu/account/security'],
  ['/orders/M-100001/pay', '/eu/orders/M-100001/pay'],
  ['/it/cart', '/it/cart'],
  ['/it/wishlist/some-key', '/it/wishlist/some-key'],
  ['/preview/pages/1', '/eu/preview/pages/1'],
  ['/api/store/me', '/api/store/me'],
  ['/_next/static/a.js', '/_next/static/a.js'],
  ['/admin', '/admin'],
])('%s is led to %s', (path, to) => expect(leadsTo(path)).toBe(to))

test('data of the router is asked of the page itself, and nothing else that calls itself so', () => {
  expect(leadsTo('/p/albona', { rsc: '1' })).toBe('/eu/p/albona')
  for (const value of ['0', '', 'true', '11', '1, 1'])
    expect(leadsTo('/p/albona', { rsc: value })).toBe('/kept/eu/p/albona')
})

test('nobody comes to a handler by its address, nor to a bare page without the key', () => {
  const forged = ['', 'x', `${key}x`, `x${key}`, '.*'].map((value) => ({ 'x-molini-page': value }))
  for (const headers of [{}, { rsc: '1' }, ...forged]) {
    expect(leadsTo('/bare/eu/p/albona', headers)).toBe('/kept/none')
    expect(leadsTo('/bare', headers)).toBe('/kept/none')
    expect(leadsTo('/bare/api/users/me', headers)).toBe('/kept/none')
    expect(leadsTo('/kept/eu/p/albona', headers)).toBe('/kept/none')
    expect(leadsTo('/once/eu/search', headers)).toBe('/kept/none')
  }
})

test('with the key a page is bare, and what is no page of a market stays where it is', () => {
  const headers = { 'x-molini-page': key }
  expect(leadsTo('/bare/eu/p/albona', headers)).toBe('/eu/p/albona')
  expect(leadsTo('/bare/it', headers)).toBe('/it')
  expect(leadsTo('/bare/api/users/me', headers)).toBe('/bare/api/users/me')
  expect(leadsTo('/bare//evil.example', headers)).toBe('/bare//evil.example')
  // A page that is asked for from outside is no barer for it.
  expect(leadsTo('/it/p/albona', headers)).toBe('/kept/it/p/albona')
})

test('a file that is not there shows nothing as an address does; what is made for its address is left alone', () => {
  expect(leadsTo('/none.png', {}, afterFiles)).toBe('/kept/eu/none.png')
  for (const path of ['/feeds/eu.xml', '/media/1/400.webp', '/kept/eu/a.png', '/eu/a.png', '/_next/a.js'])
    expect(leadsTo(path, {}, afterFiles)).toBe(path)
})

test('browsers are told of no rule that has the key in it', () => {
  for (const { has, source, destination } of [...rules, ...afterFiles])
    expect(JSON.stringify([has, source, destination])).not.toContain(key)
})

const rulesFor = (path, headers = {}) =>
  platformHeaders({ app, markets }).filter(
    (rule) => isMet(rule, headers) && pathMatch.getPathMatch(rule.source)(path),
  ).length

test('every address has a policy but for those that say one of their own', () => {
  for (const path of ['/', '/p/albona', '/de', '/none.png', '/_next/none', '/search', '/cartography'])
    expect(rulesFor(path), path).toBe(1)
  for (const path of [
    '/cart',
    '/it/account/security',
    '/admin',
    '/admin/collections/a',
    '/api/a',
    '/media/a',
  ])
    expect(rulesFor(path), path).toBe(0)
  // Who says that he has a policy goes past the proxy, and gets the strict one.
  expect(rulesFor('/it/cart', { 'content-security-policy': "script-src 'unsafe-inline'" })).toBe(1)
})

test('the proxy is asked for every page that is made for one visitor', () => {
  const { market, page } = /\/:market\((?<market>[\w|]+)\)\?\/:page\((?<page>[\w|-]+)\)/.exec(
    readFileSync('src/proxy.ts', 'utf8'),
  )?.groups ?? { market: '', page: '' }
  expect(market).toBe(`eu|${markets}`)
  expect(page.split('|')).toEqual(noncePages(app))
  expect(personalPages(app)).toContain('orders/[^/]+/pay')
  expect(personalPages(app)).not.toContain('p/[^/]+')
})

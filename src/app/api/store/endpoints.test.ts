import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endpoints, findDirect, findEndpoint } from './endpoints'

const folder = import.meta.dirname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const named = (file: string): string => `/${file.replace(/\/endpoint\.ts$/, '').replace(/\[(\w+)\]/g, ':$1')}`

test('each endpoint has its address, each address its endpoint, and there is one route', () => {
  const there = files.filter((file) => file.endsWith('endpoint.ts')).map(named)
  expect(endpoints.map(([pattern]) => pattern).sort()).toEqual(there.sort())
  expect(files.filter((file) => /(^|\/)route\.tsx?$/.test(file))).toEqual([join('[...rest]', 'route.ts')])
})

test('no address hides another', () => {
  const patterns = endpoints.map(([pattern]) => pattern)
  const found = patterns.map((pattern) => findEndpoint(pattern.slice(1).split('/'))?.found.pattern)
  expect(found).toEqual(patterns)
})

test.each([
  ['orders/M-1/papers', { number: 'M-1' }],
  ['me/sizes/women', { segment: 'women' }],
  ['products/a%2Fb', { slug: 'a/b' }],
  ['forms/review', {}],
])('%s is found', (path, params) =>
  expect(findEndpoint(path.split('/').map(decodeURIComponent))?.params).toEqual(params),
)

test.each(['', 'products/', 'products/a/b', 'Products', 'carts/current/lines/1/2', 'toString'])(
  '%s is nothing',
  (path) => expect(findEndpoint(path.split('/'))).toBeUndefined(),
)

test('what Next.js has not loaded is not answered directly', () =>
  expect(findDirect('GET', '/api/store/me')).toBeUndefined())

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readRoutes } from './routes.mjs'

const folder = mkdtempSync(join(tmpdir(), 'routes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value))
write('routes-manifest.json', {
  redirects: [
    { regex: '^(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))/$' },
    { regex: '^(?!/_next)/eu(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))?(?:/)?$' },
  ],
  rewrites: {
    beforeFiles: [
      { source: '/', destination: '/eu', regex: '^/(?:/)?$' },
      {
        source: '/:path((?!(?:de|eu|api)(?:/|$))(?!.*\\.[a-z]+$).*)',
        destination: '/eu/:path',
        regex: '^(?:/((?!(?:de|eu|api)(?:/|$))(?!.*\\.[a-z]+$).*))(?:/)?$',
      },
    ],
  },
  staticRoutes: [{ page: '/robots.txt', regex: '^/robots\\.txt(?:/)?$' }],
  dynamicRoutes: [
    { page: '/api/[...slug]', regex: '^/api/(.+?)(?:/)?$' },
    { page: '/[market]', regex: '^/([^/]+?)(?:/)?$' },
    { page: '/[market]/cart', regex: '^/([^/]+?)/cart(?:/)?$' },
    { page: '/[market]/p/[slug]', regex: '^/([^/]+?)/p/([^/]+?)(?:/)?$' },
    { page: '/[market]/[...path]', regex: '^/([^/]+?)/(.+?)(?:/)?$' },
  ],
})
write('prerender-manifest.json', {
  routes: { '/_not-found': {} },
  dynamicRoutes: { '/[market]': {}, '/[market]/p/[slug]': {}, '/[market]/[...path]': {} },
})
write('app-path-routes-manifest.json', {
  '/(shop)/[market]/page': '/[market]',
  '/(buy)/[market]/cart/page': '/[market]/cart',
  '/(shop)/[market]/p/[slug]/page': '/[market]/p/[slug]',
  '/(shop)/[market]/[...path]/page': '/[market]/[...path]',
  '/api/[...slug]/route': '/api/[...slug]',
  '/robots.txt/route': '/robots.txt',
})
mkdirSync(join(folder, 'public/assets'), { recursive: true })
writeFileSync(join(folder, 'public/assets/islands.js'), '')
writeFileSync(join(folder, 'public/favicon.svg'), '')
const routeOf = readRoutes({ dist: folder, files: join(folder, 'public') })

test.each([
  ['/', 'kept', '/[market]'],
  ['/de', 'kept', '/[market]'],
  ['/p/albona', 'kept', '/[market]/p/[slug]'],
  ['/de/p/albona', 'kept', '/[market]/p/[slug]'],
  ['/c/men/f/size-42.5', 'kept', '/[market]/[...path]'],
  ['/cart', 'page', '/[market]/cart'],
  ['/de/cart', 'page', '/[market]/cart'],
])('%s is %s (%s)', (path, kind, route) => expect(routeOf(path)).toEqual({ kind, route }))

test.each([
  '/api/products',
  '/robots.txt',
  '/favicon.svg',
  '/assets/islands.js',
  '/_next/static/a.js',
  '/eu',
  '/eu/p/albona',
  '/p/albona/',
  '//p/albona',
  '/p\\albona',
])('%s is no page of the store', (path) => expect(routeOf(path).kind).toBe('other'))

import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { env } from '#env'
import { askForPage, isHandling } from './bare-page'

type Said = [status: number, headers: Record<string, string>, body?: string]
const html = { 'Content-Type': 'text/html; charset=utf-8' }
let says: Said[] = []
let asked: { url: string; headers: IncomingHttpHeaders }[] = []

/** The platform, which is the outside here. */
const server = createServer((request, response) => {
  asked.push({ url: request.url ?? '', headers: request.headers })
  const [status, headers, body] = (says.length > 1 ? says.shift() : says[0]) ?? [500, {}]
  response.writeHead(status, headers).end(body)
})
const before = { ...env }

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubGlobal('MOLINI_PAGE_KEY', 'the-key-of-the-build')
  env.PAGES_FROM = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  asked = []
  env.VERCEL_AUTOMATION_BYPASS_SECRET = before.VERCEL_AUTOMATION_BYPASS_SECRET
})
afterAll(() => {
  env.PAGES_FROM = before.PAGES_FROM
  vi.unstubAllGlobals()
  server.close()
})

const page = { market: 'it', path: '/p/albona' } as const

test('a page is asked for once, at its own place, with the key and nothing of a visitor', async () => {
  says = [[200, html, '<html>']]
  expect(await askForPage(page, '?q=a')).toEqual({ status: 200, html: '<html>' })
  expect(asked.map(({ url }) => url)).toEqual(['/bare/it/p/albona?q=a'])
  expect(asked[0]?.headers).toMatchObject({ 'x-molini-page': 'the-key-of-the-build', accept: 'text/html' })
  expect(asked[0]?.headers.cookie).toBeUndefined()
  expect(asked[0]?.headers['x-vercel-protection-bypass']).toBeUndefined()
  expect(isHandling()).toBe(true)
})

test('a deployment that is closed to strangers is opened by its own secret', async () => {
  env.VERCEL_AUTOMATION_BYPASS_SECRET = 'the-bypass'
  says = [[404, html, '<html>']]
  expect((await askForPage(page)).status).toBe(404)
  expect(asked[0]?.headers['x-vercel-protection-bypass']).toBe('the-bypass')
})

test('a redirect of the shop is one; what leads elsewhere, and what is no page, is thrown', async () => {
  says = [[308, { Location: '/it/p/albona-tan' }]]
  expect(await askForPage(page)).toEqual({ status: 308, html: '', location: '/it/p/albona-tan' })
  says = [[308, { Location: '/it/c/a,b, /it/c/a,b' }]]
  expect((await askForPage(page)).location).toBe('/it/c/a,b')
  const others: Said[] = [
    [308, { Location: '/it/p/a, //evil.example' }],
    [308, { Location: '//evil.example' }],
    [308, { Location: '/\\evil.example' }],
    [307, { Location: 'https://evil.example/' }],
    [302, { Location: '/sso-api' }],
    [401, html, 'Authentication required'],
    [404, { 'Content-Type': 'text/plain' }, 'Not found'],
    [200, { 'Content-Type': 'application/json' }, '{}'],
    [500, html, 'no'],
    [503, html, 'no'],
  ]
  for (const other of others) {
    says = [other]
    await expect(askForPage(page), JSON.stringify(other)).rejects.toThrow('which is no page')
  }
})

test('an old page is not taken while a new one is made', async () => {
  const [old, fresh]: Said[] = [
    [200, { ...html, 'x-nextjs-cache': 'STALE' }, 'old'],
    [200, { ...html, 'x-nextjs-cache': 'HIT' }, 'new'],
  ]
  if (!old || !fresh) throw new Error('nothing is said')
  says = [old, old, fresh]
  expect((await askForPage(page)).html).toBe('new')
  expect(asked).toHaveLength(3)
})

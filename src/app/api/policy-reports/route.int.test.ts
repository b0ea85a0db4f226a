import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { env } from '#env'
import { hashPolicy, noncePolicy, strictPolicy } from '#front/policy'
import { adminPolicy } from '#ops/admin-policy'
import { hearFaults } from '#ops/note-fault'
import { payPagePolicy } from '#ops/pay-page-policy'
import { storeRequest } from '../_http/store-request'
import { POST } from './route'

const heard = Symbol.for('molini.faults')
const shared = globalThis as { [heard]?: Parameters<typeof hearFaults>[0] }
let before: Parameters<typeof hearFaults>[0] | undefined
let told: string[] = []

beforeAll(async () => {
  // Payload hears from its start on.
  await storeRequest()
  before = shared[heard]
})

beforeEach(() => {
  told = []
  hearFaults((place, words) => told.push(`${place}: ${String(words)}`))
})
afterAll(() => {
  shared[heard] = before
})

let callers = 0
const ours = 'http://shop.test/api/policy-reports'
const modern = 'application/reports+json'
const screen =
  'http://shop.test/admin/collections/orders/0d9c7e0c-3f60-4b9e-9a53-2f1f4c0c4a11?search=ada%40example.org'
const violation = (more = {}) => ({
  type: 'csp-violation',
  age: 10,
  url: screen,
  user_agent: 'Browser of Ada',
  body: {
    documentURL: screen,
    effectiveDirective: 'script-src-elem',
    blockedURL: 'https://cdn.example/loader.js?who=ada',
    sample: 'ada@example.org',
    ...more,
  },
})

async function report(
  body: unknown,
  { type = modern, from = `203.0.113.${(callers += 1)}`, headers = {} } = {},
) {
  const request = new Request(ours, {
    method: 'POST',
    headers: { 'Content-Type': type, 'X-Forwarded-For': from, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = await POST(request, { params: Promise.resolve({}) })
  return {
    status: answer.status,
    code: answer.ok ? undefined : ((await answer.json()) as { code: string }).code,
  }
}

test('what a policy kept out is noted by rule, host and screen, and by nothing of whoever looked at it', async () => {
  expect((await report([violation()])).status).toBe(204)
  expect(told).toEqual([
    'Policy of the admin: script-src-elem kept out cdn.example on /admin/collections/orders/[id]',
  ])
})

test('the older form of reports is read too', async () => {
  const older = {
    'csp-report': {
      'document-uri': 'http://shop.test/admin/operations',
      'violated-directive': "script-src 'self'",
      'blocked-uri': 'inline',
    },
  }
  expect((await report(older, { type: 'application/csp-report' })).status).toBe(204)
  expect(told).toEqual(['Policy of the admin: script-src kept out inline on /admin/operations'])
})

test('shop pages of every kind report to the same address, and are told from the admin', async () => {
  for (const policy of [
    strictPolicy,
    hashPolicy([]),
    noncePolicy('a'),
    payPagePolicy().policy,
    adminPolicy(),
  ])
    expect(policy).toContain(`report-uri ${new URL(ours).pathname}`)
  const page = { documentURL: 'http://shop.test/de/orders/M-20417/pay?key=abcdef#x' }
  expect((await report([violation(page)])).status).toBe(204)
  expect(told).toEqual(['Policy of a page: script-src-elem kept out cdn.example on /de/orders/[id]/pay'])
})

test.each(['chrome-extension', 'moz-extension', 'safari-web-extension'])(
  'what a %s tried is noted nowhere',
  async (scheme) => {
    const by = { effectiveDirective: 'script-src-elem', blockedURL: `${scheme}://abcdefgh/inject.js` }
    expect((await report([violation(by)])).status).toBe(204)
    expect((await report([violation({ ...by, blockedURL: scheme })])).status).toBe(204)
    expect(told).toEqual([])
  },
)

test('words that a stranger makes up are not repeated', async () => {
  const made = { effectiveDirective: 'Buy <b>now</b>', blockedURL: 'JavaScript:alert(1)', documentURL: 'x' }
  await report([violation(made), { type: 'deprecation', body: { id: 'something' } }])
  expect(told).toEqual(['Policy of a page: a rule kept out something on /'])
})

test.each([
  ['no report', modern, '{"type":"csp-violation"}', 422, 'validation.failed'],
  ['no JSON', modern, '[', 400, 'request.malformed'],
  ['another kind', 'text/plain', '[]', 415, 'media-type.unsupported'],
  ['more than sixteen kB', modern, JSON.stringify('x'.repeat(17_000)), 413, 'body.too-large'],
  ['more than twenty at once', modern, JSON.stringify(Array(21).fill(violation())), 422, 'validation.failed'],
])('%s is refused and noted nowhere', async (...[, type, body, status, code]) => {
  expect(await report(body, { type })).toEqual({ status, code })
  expect(told).toEqual([])
})

test('a page of somebody else reports nothing', async () => {
  expect((await report([violation()], { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403)
  expect(told).toEqual([])
})

test('one address is heard sixty times an hour', async () => {
  const limits = env.RATE_LIMITS
  Object.assign(env, { RATE_LIMITS: 'on' })
  try {
    const answers = []
    for (let call = 0; call < 61; call += 1)
      answers.push(await report([violation()], { from: '198.51.100.7' }))
    expect(answers.filter(({ status }) => status === 204).length).toBe(60)
    expect(answers.at(-1)).toEqual({ status: 429, code: 'rate.limited' })
  } finally {
    Object.assign(env, { RATE_LIMITS: limits })
  }
})

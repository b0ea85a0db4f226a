import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { AddressSuggestion } from '#domain/address-suggestion'
import type { MapMood } from '../../../services/address-search/testing/photon-double'
import { giveMap } from '../../../start/testing/map'

const map = await giveMap()
const { callStore } = await import('../_http/testing/call-store')

afterAll(() => map.stop())

const suggest = (text: unknown, country: unknown = 'IT', from?: string) =>
  callStore<{ suggestions: AddressSuggestion[]; code?: string }>('/address-suggestions', {
    body: { text, country },
    ...(from && { from }),
  })

/** The map has rested, and answers. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  map.setMood('right')
  expect((await suggest('via po')).body.suggestions).not.toEqual([])
  vi.useRealTimers()
  map.asked.length = 0
  map.askedWith.length = 0
})

test('what is typed is suggested as addresses of the chosen country, each once', async () => {
  const { status, headers, body } = await suggest('via po 12')
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toContain('no-store')
  expect(body.suggestions).toEqual([
    { line1: 'Via Po 12', postalCode: '10123', city: 'Torino', region: 'Torino', country: 'IT' },
    { line1: 'Via Po 12', postalCode: '10124', city: 'Torino', region: 'Torino', country: 'IT' },
    { line1: 'Via Pomba 1', postalCode: '10123', city: 'Torino', region: 'Torino', country: 'IT' },
  ])
  expect((await suggest('potsdamer 5', 'DE')).body.suggestions).toEqual([
    { line1: 'Potsdamer Straße 5', postalCode: '10785', city: 'Berlin', country: 'DE' },
  ])
})

test('the map is told what was typed and where, and nothing of who types', async () => {
  await callStore('/address-suggestions', {
    body: { text: 'via po&limit=99#x', country: 'IT' },
    cookie: `molini-cart=${randomUUID()}`,
    from: '203.0.113.9',
  })
  const [url, ...others] = map.asked
  expect(others).toEqual([])
  expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
    q: 'via po&limit=99#x',
    limit: '15',
    bbox: '6.6,35.4,18.6,47.1',
  })
  const { host, connection, ...told } = map.askedWith[0] ?? {}
  expect(`${host} ${connection}`).toContain('127.0.0.1')
  expect(Object.keys(told).toSorted()).toEqual(
    ['accept', 'accept-encoding', 'accept-language', 'sec-fetch-mode', 'user-agent'].toSorted(),
  )
})

test.each(['', 'v', '  po  ', '\t'])('too little was typed in %j: the map is not asked', async (text) => {
  const known = map.asked.length
  const { status, body } = await suggest(text)
  expect([status, body.suggestions, map.asked.length - known]).toEqual([
    text === '\t' ? 422 : 200,
    text === '\t' ? undefined : [],
    0,
  ])
})

test('a country without a market asks nothing', async () => {
  expect((await suggest('rue du lac', 'JP')).body.suggestions).toEqual([])
  expect(map.asked).toEqual([])
})

test.each([
  [{ text: 'x'.repeat(121), country: 'IT' }],
  [{ text: 'via po', country: 'Italy' }],
  [{ text: 7, country: 'IT' }],
  [{ text: 'via\u0000po', country: 'IT' }],
  [{ country: 'IT' }],
  [[]],
])('%j is refused', async (body) => {
  const answer = await callStore('/address-suggestions', { body })
  expect(answer).toMatchObject({ status: 422, body: { code: 'validation.failed' } })
  expect(map.asked).toEqual([])
})

test('it is asked by POST alone, from our own pages', async () => {
  expect((await callStore('/address-suggestions?text=via')).status).toBe(405)
  const stranger = await callStore('/address-suggestions', {
    body: { text: 'via po', country: 'IT' },
    origin: 'https://elsewhere.example',
  })
  expect(stranger).toMatchObject({ status: 403, body: { code: 'origin.untrusted' } })
})

test('markup in the names of a map stays text, and what no label could be printed with is left out', async () => {
  map.setMood('hostile')
  const { body, text } = await suggest('via po')
  expect(body.suggestions).toEqual([
    { line1: '<img src=x onerror="window.intruder=1">', city: '"><script>1</script>', country: 'IT' },
  ])
  expect(text).not.toContain('\\u0007')
})

test.each<MapMood>(['down', 'error', 'garbage', 'nonsense', 'endless', 'leads-away'])(
  'a map that is %s suggests nothing, and is left alone after three failures',
  async (mood) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    map.setMood(mood)
    for (let round = 0; round < 6; round += 1) {
      const { status, body } = await suggest('via segreta 5')
      expect([status, body.suggestions]).toEqual([200, []])
    }
    expect(map.asked).toHaveLength(3)
    expect(JSON.stringify(warn.mock.calls)).not.toContain('segreta')
    expect(warn).toHaveBeenCalledTimes(1)
    warn.mockRestore()
  },
)

test('a map that never answers keeps nobody waiting for longer than two seconds', async () => {
  map.setMood('slow')
  const begun = performance.now()
  expect((await suggest('via po')).body.suggestions).toEqual([])
  expect(performance.now() - begun).toBeLessThan(3_000)
})

test('who asks too often waits', async () => {
  const from = '198.51.100.77'
  const answers = await Promise.all(Array.from({ length: 125 }, () => suggest('v', 'IT', from)))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
})

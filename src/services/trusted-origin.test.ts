import { expect, test } from 'vitest'
import { comesFromUs, cookiesCount } from './trusted-origin'

const origins = ['https://shop.example']
const ask = (method: string, headers: Record<string, string>): boolean =>
  cookiesCount(new Request('https://shop.example/x', { method, headers }), origins)

test.each<[Record<string, string>, boolean | undefined]>([
  [{ origin: 'https://shop.example' }, true],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
  [{ origin: 'https://shop.example.evil.example' }, false],
  [{ origin: 'http://shop.example' }, false],
  [{ origin: 'null' }, undefined],
  [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'none' }, true],
  [{}, undefined],
])('%j comes from us: %s', (headers, ours) => {
  expect(comesFromUs(new Headers(headers), origins)).toBe(ours)
})

test('without a word of the browser a read may use cookies and a change may not', () => {
  expect(ask('GET', {})).toBe(true)
  expect(ask('POST', {})).toBe(false)
  expect(ask('GET', { 'sec-fetch-site': 'cross-site' })).toBe(false)
})

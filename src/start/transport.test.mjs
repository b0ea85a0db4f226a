import { expect, test } from 'vitest'
import { secureAddressOf, transportHeaders } from './transport.mjs'

test('a shop that is reached by https tells browsers to come by nothing else', () => {
  const headers = transportHeaders({ NEXT_PUBLIC_APP_URL: 'https://shop.example' })
  expect(headers).toEqual(['Strict-Transport-Security', 'max-age=31536000'])
})

test('a shop on plain http says nothing of it', () => {
  expect(transportHeaders({ NEXT_PUBLIC_APP_URL: 'http://localhost:3000' })).toEqual([])
  expect(transportHeaders({})).toEqual([])
})

const https = { NEXT_PUBLIC_APP_URL: 'https://shop.example' }
const asked = (proto, url = '/p/a?b=1') => ({
  url,
  headers: { 'x-forwarded-proto': proto, host: 'evil.example' },
})

test('what came in the clear goes to the https address of the shop, whatever host it named', () => {
  expect(secureAddressOf(asked('http'), https)).toBe('https://shop.example/p/a?b=1')
  expect(secureAddressOf(asked('HTTP, https'), https)).toBe('https://shop.example/p/a?b=1')
  expect(secureAddressOf(asked('http', '//evil.example/'), https)).toBe('https://shop.example//evil.example/')
})

test.each([
  ['by https', asked('https'), https],
  ['by https, then in the clear between proxies', asked('https, http'), https],
  ['past every proxy', asked(undefined), https],
  ['to a shop without https', asked('http'), { NEXT_PUBLIC_APP_URL: 'http://localhost:3000' }],
])('what came %s is answered where it is', (_how, request, environment) => {
  expect(secureAddressOf(request, environment)).toBeUndefined()
})

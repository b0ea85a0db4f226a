import { expect, test } from 'vitest'
import { callerOf, nameCaller, trustedProxies } from './caller.mjs'

const direct = trustedProxies({ NEXT_PUBLIC_APP_URL: 'http://localhost:3000' })
const behindProxy = trustedProxies({ NEXT_PUBLIC_APP_URL: 'https://shop.example' })
const named = (TRUSTED_PROXIES) =>
  trustedProxies({ TRUSTED_PROXIES, NEXT_PUBLIC_APP_URL: 'https://shop.example' })

test.each(['203.0.113.7', '203.0.113.7, 198.51.100.1', '', undefined, 'nonsense', '127.0.0.1'])(
  'a shop that is reached directly does not hear "%s" in the forwarding header',
  (forwarded) => {
    expect(callerOf('198.51.100.9', forwarded, direct)).toBe('198.51.100.9')
    expect(callerOf('127.0.0.1', forwarded, direct)).toBe('127.0.0.1')
  },
)

test('behind a proxy of ours its word counts, and nothing that the caller wrote before it', () => {
  expect(callerOf('127.0.0.1', '203.0.113.7', behindProxy)).toBe('203.0.113.7')
  expect(callerOf('10.0.0.2', '1.1.1.1, 203.0.113.7', behindProxy)).toBe('203.0.113.7')
  expect(callerOf('::ffff:10.0.0.2', '1.1.1.1,203.0.113.7:5123', behindProxy)).toBe('203.0.113.7')
  expect(callerOf('::1', '[2001:db8::1]:443', behindProxy)).toBe('2001:db8::1')
})

test('who comes past the proxy is nobody but himself', () => {
  expect(callerOf('198.51.100.9', '203.0.113.7', behindProxy)).toBe('198.51.100.9')
})

test('several proxies of ours are stepped over, a stranger among them ends the chain', () => {
  const trusted = named('10.0.0.2, 192.0.2.0/24')
  expect(callerOf('10.0.0.2', '203.0.113.7, 192.0.2.44', trusted)).toBe('203.0.113.7')
  expect(callerOf('10.0.0.2', '192.0.2.1, 203.0.113.7, 192.0.2.44', trusted)).toBe('203.0.113.7')
  expect(callerOf('10.0.0.3', '203.0.113.7', trusted)).toBe('10.0.0.3')
})

test('none trusts nobody, and a proxy that says nonsense is counted itself', () => {
  expect(callerOf('127.0.0.1', '203.0.113.7', named('none'))).toBe('127.0.0.1')
  expect(callerOf('127.0.0.1', 'unknown', behindProxy)).toBe('127.0.0.1')
  expect(callerOf(undefined, '203.0.113.7', behindProxy)).toBe('unknown')
})

test('a request keeps one address, and of a stranger no other forwarding header', () => {
  const ask = (remoteAddress) => ({
    socket: { remoteAddress },
    headers: {
      'x-forwarded-for': '1.1.1.1, 203.0.113.7',
      'x-forwarded-host': 'evil.example',
      host: 'shop.example',
    },
  })
  const [stranger, proxied] = [ask('198.51.100.9'), ask('127.0.0.1')]
  for (const request of [stranger, proxied]) nameCaller(request, behindProxy)
  expect(stranger.headers).toEqual({ 'x-forwarded-for': '198.51.100.9', host: 'shop.example' })
  expect(proxied.headers).toMatchObject({
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-host': 'evil.example',
  })
})

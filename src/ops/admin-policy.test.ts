import { expect, test } from 'vitest'
import { adminPolicy } from './admin-policy'

const sourcesOf = (policy: string, name: string) =>
  new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1]?.split(' ')

test('the admin runs our own files and the scripts of this answer, and nothing else', () => {
  const scripts = sourcesOf(adminPolicy('abc'), 'script-src')
  // Tests are no production: development compiles in the browser.
  expect(scripts).toEqual(["'self'", "'nonce-abc'", "'unsafe-eval'"])
})

test('no page frames the admin, and its forms go to the shop alone', () => {
  const policy = adminPolicy()
  expect(sourcesOf(policy, 'frame-ancestors')).toEqual(["'none'"])
  expect(sourcesOf(policy, 'form-action')).toEqual(["'self'"])
  expect(sourcesOf(policy, 'base-uri')).toEqual(["'none'"])
  expect(sourcesOf(policy, 'object-src')).toEqual(["'none'"])
})

test('it speaks to the shop under each of its names, and to nobody else', () => {
  const sources = sourcesOf(adminPolicy(), 'connect-src') ?? []
  const hosts = sources.filter((source) => source.includes('//')).map((source) => new URL(source).hostname)
  expect(new Set(hosts)).toEqual(new Set(['localhost', '127.0.0.1']))
})

test('every answer has a nonce of its own', () => {
  expect(sourcesOf(adminPolicy(), 'script-src')).not.toEqual(sourcesOf(adminPolicy(), 'script-src'))
})

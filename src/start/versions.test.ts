import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Lock = {
  packages: Record<string, { version: string; optionalDependencies?: Record<string, string> }>
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** Held back at this version and bound to ours by npm overrides. */
const heldBack = { '@payloadcms/storage-uploadthing': '3.84.1' }

test('all of Payload is installed once, at one version', () => {
  const family = Object.entries(lock.packages)
    .map(([place, { version }]) => ({ name: place.split('node_modules/').at(-1) ?? '', version }))
    .filter(({ name }) => name === 'payload' || name.startsWith('@payloadcms/'))
  const others = family.filter(({ name }) => !(name in heldBack))
  expect(new Set(others.map(({ version }) => version))).toEqual(new Set(['3.90.1']))
  expect(new Set(family.map(({ name }) => name)).size).toBe(family.length)
})

test('the lock names the packages of other systems too, without which npm ci refuses it', () => {
  const named = new Set(Object.keys(lock.packages).map((place) => place.split('node_modules/').at(-1)))
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  )
  expect(wanted.length).toBeGreaterThan(50)
  expect(wanted.filter((name) => !named.has(name))).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'

const files = ['src', 'collections', 'migrations'].flatMap((folder) =>
  readdirSync(inCheckout(folder), { recursive: true }).map((name) => `/${join(folder, name)}`),
)
const rows = readFileSync(inCheckout('docs/promises.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!---|promise )/.test(line))
const isTest = /`([^`\s]+\.(?:test|e2e|proof)\.(?:tsx?|mjs))`/g

test('each promise says what shows it and with which figure', () => {
  expect(rows.length).toBeGreaterThan(500)
  const empty = rows.filter((row) => row.split(' | ').filter((cell) => /\p{L}|\d/u.test(cell)).length !== 3)
  expect(empty).toEqual([])
})

test('each file that a promise names is there', () => {
  const named = rows.flatMap((row) => [...row.matchAll(isTest)].map(([, name]) => name))
  const isThere = (name) =>
    name.includes('*')
      ? files.some((file) => file.endsWith(name.split('*').at(-1)))
      : files.some((file) => file.endsWith(`/${name}`))
  expect(named.length).toBeGreaterThan(400)
  expect([...new Set(named.filter((name) => !isThere(name)))]).toEqual([])
})

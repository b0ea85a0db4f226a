import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bringBack, setAside } from './old-chunks.mjs'

let root
let dist
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chunks-'))
  dist = join(root, '.next')
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (name, text) => {
  const file = join(dist, 'static', name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}
const build = (files) => {
  setAside(dist)
  rmSync(dist, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) write(name, text)
  bringBack(dist)
}
const has = (name) => existsSync(join(dist, 'static', name))

test('files of the build before are still there, those of the new one are the new one’s', () => {
  build({ 'chunks/a.js': 'a', 'chunks/shared.js': 'old' })
  build({ 'chunks/b.js': 'b', 'chunks/shared.js': 'new' })
  expect([has('chunks/a.js'), has('chunks/b.js')]).toEqual([true, true])
  expect(readFileSync(join(dist, 'static/chunks/shared.js'), 'utf8')).toBe('new')
  expect(existsSync(`${dist}-before`)).toBe(false)
})

test('a week later nobody has such a page open', () => {
  build({ 'chunks/a.js': 'a' })
  const old = (Date.now() - 8 * 24 * 3600 * 1000) / 1000
  utimesSync(join(dist, 'static/chunks/a.js'), old, old)
  build({ 'chunks/b.js': 'b' })
  expect([has('chunks/a.js'), has('chunks/b.js')]).toEqual([false, true])
})

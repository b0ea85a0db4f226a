import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { startBackups } from './nightly.mjs'

const path = process.env.PATH
let folder
let stop
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'molini-nightly-'))
  process.env.PATH = `${folder}${delimiter}${path}`
})
afterEach(() => {
  stop?.()
  process.env.PATH = path
  rmSync(folder, { recursive: true, force: true })
})

/** In the place of `nice`, which starts the backup: notes what it was asked for, then does what it is told. */
function stand(words) {
  const noted = join(folder, 'noted')
  const file = join(folder, 'nice')
  writeFileSync(file, `#!/bin/sh\ncd '${folder}'\nprintf '%s\\n' "$*" >>noted\n${words}\n`)
  chmodSync(file, 0o755)
  return () => (existsSync(noted) ? readFileSync(noted, 'utf8').split('\n').filter(Boolean) : [])
}
const quick = { interval: 30, first: 1 }
const soon = (look) => vi.waitFor(look, { timeout: 5_000, interval: 10 })

test('looks again and again whether a backup is due, at the lowest priority', async () => {
  const asked = stand('')
  stop = startBackups(quick)
  await soon(() => expect(asked().length).toBeGreaterThan(2))
  const command = `-n 19 ${process.execPath} ${inCheckout('src/start/launch.mjs')} backup --due`
  expect(new Set(asked())).toEqual(new Set([command]))
})

test('never looks while one is under way; the stop ends that one and looks no more', async () => {
  const asked = stand(`trap 'echo ended >>noted; exit 0' TERM\nwhile [ -f nice ]; do sleep 0.02; done`)
  stop = startBackups(quick)
  await soon(() => expect(asked()).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(asked()).toHaveLength(1)
  stop()
  await soon(() => expect(asked().at(-1)).toBe('ended'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(asked()).toHaveLength(2)
})

test('one that fails is told with its last words, and the next look comes all the same', async () => {
  const asked = stand('echo "the store is full" >&2\nexit 1')
  const told = []
  stop = startBackups({ ...quick, log: (line) => told.push(line) })
  await soon(() => expect(asked().length).toBeGreaterThan(1))
  await soon(() => expect(told[0]).toBe('The backup failed: the store is full'))
})

test('before its time it does nothing', async () => {
  const asked = stand('')
  stop = startBackups({ interval: 60_000, first: 60_000 })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(asked()).toEqual([])
})

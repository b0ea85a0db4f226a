import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shareChunks } from './share-chunks.mjs'

const load = createRequire(import.meta.url)
const padding = `/*${'x'.repeat(5_000)}*/`
let dist
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'shared-'))
})
afterEach(() => rmSync(dist, { recursive: true }))

function chunk(name, code) {
  const file = join(dist, 'server/chunks', name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${code}\n//# sourceMappingURL=${name.split('/').at(-1)}.map`)
  writeFileSync(`${file}.map`, '{}')
  return file
}

test('files that differ in the name of their map alone are loaded once, from whatever folder', () => {
  const code = `module.exports=[1,()=>({})]${padding}`
  const [one, two, three] = ['a.js', 'b.js', 'ssr/c.js'].map((name) => chunk(name, code))
  expect(shareChunks(dist)).toBe(readFileSync(one).length * 2)
  expect(load(two)).toBe(load(one))
  expect(load(three)).toBe(load(one))
  expect([one, two, three].map((file) => existsSync(`${file}.map`))).toEqual([true, false, false])
})

test('files of other code, and small ones, are left as they are', () => {
  const files = [
    chunk('a.js', `module.exports=1${padding}`),
    chunk('b.js', `module.exports=2${padding}`),
    chunk('c.js', 'module.exports=3'),
    chunk('d.js', 'module.exports=3'),
  ]
  const before = files.map((file) => readFileSync(file, 'utf8'))
  expect(shareChunks(dist)).toBe(0)
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before)
})

test('a second time, and without a build, there is nothing to do', () => {
  chunk('a.js', `module.exports=1${padding}`)
  const other = chunk('b.js', `module.exports=1${padding}`)
  shareChunks(dist)
  const line = readFileSync(other, 'utf8')
  expect([shareChunks(dist), shareChunks(join(dist, 'nowhere'))]).toEqual([0, 0])
  expect(readFileSync(other, 'utf8')).toBe(line)
})

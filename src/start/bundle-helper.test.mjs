import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, test, vi } from 'vitest'
import { bundleHelper } from './bundle-helper.mjs'
import { checkout } from './checkout.mjs'

const long = new Date(0)

/** A script that prints a word of a file that it imports, and of one that lies beside it. */
function script() {
  const folder = mkdtempSync(join(tmpdir(), 'molini-bundle-'))
  vi.stubEnv('NEXT_DIST_DIR', relative(checkout, join(folder, 'dist')))
  const write = (name, text) => {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), long, long)
  }
  const say = (word) => write('word.ts', `export const word: string = '${word}'`)
  say('first')
  write('beside.txt', 'beside')
  write(
    'says.ts',
    `import { readFileSync } from 'node:fs'
    import { word } from './word'
    process.stdout.write(word + ' ' + readFileSync(new URL('beside.txt', import.meta.url), 'utf8'))`,
  )
  return { folder, say, file: relative(checkout, join(folder, 'says.ts')) }
}

const run = (path) => execFileSync(process.execPath, [path], { encoding: 'utf8' })

test('what is bundled runs in plain Node and finds what lies beside its file', async () =>
  expect(run(await bundleHelper(script().file))).toBe('first beside'))

test('it is made once, and anew when anything in it has changed', async () => {
  const { file, say } = script()
  const first = await bundleHelper(file)
  const { ino } = statSync(first)
  expect(await bundleHelper(file)).toBe(first)
  expect(statSync(first).ino).toBe(ino)
  say('second')
  const second = await bundleHelper(file)
  expect(run(second)).toBe('second beside')
  // A process of before may still load parts of its own.
  expect(existsSync(first)).toBe(true)
  say('first')
  expect(await bundleHelper(file)).toBe(first)
})

test('whoever makes it at the same time has the same, and nothing half is left', async () => {
  const { file } = script()
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => bundleHelper(file)))
  expect(others).toEqual([first, first])
  expect(readdirSync(dirname(dirname(first)))).toHaveLength(1)
})

test('a file that was written by a clock that was ahead does not hold it up', async () => {
  const { file, folder } = script()
  const ahead = new Date(Date.now() + 3_600_000)
  utimesSync(join(folder, 'word.ts'), ahead, ahead)
  expect(run(await bundleHelper(file))).toBe('first beside')
})

test('the three latest are kept', async () => {
  const { file, say } = script()
  const made = []
  for (const word of ['a', 'b', 'c', 'd', 'e']) {
    say(word)
    made.push(await bundleHelper(file))
    utimesSync(dirname(made.at(-1)), new Date(made.length * 1000), new Date(made.length * 1000))
  }
  expect(made.map((path) => existsSync(path))).toEqual([false, false, true, true, true])
})

test('one that was moved with its checkout finds what lies beside its file there', async () => {
  const { file, folder } = script()
  const path = await bundleHelper(file)
  renameSync(folder, `${folder}-moved`)
  expect(run(join(`${folder}-moved`, relative(folder, path)))).toBe('first beside')
})

test('a package of the older kind that is imported on demand is refused, as it would have no names', async () => {
  const { file, folder } = script()
  const older = join(folder, 'node_modules/older')
  mkdirSync(older, { recursive: true })
  writeFileSync(join(older, 'index.js'), 'exports.word = 1')
  writeFileSync(join(folder, 'word.ts'), `export const { word } = await import('older')`)
  await expect(bundleHelper(file)).rejects.toThrow('older')
})

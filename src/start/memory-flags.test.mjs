import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { memoryFlags } from './memory-flags.mjs'

/** MiB that the heap of a Node.js with these arguments may take. */
function heapOf(environment) {
  const code = 'console.log(require("v8").getHeapStatistics().heap_size_limit / 2 ** 20)'
  const args = [...memoryFlags(environment), '-e', code]
  return Number(String(spawnSync(process.execPath, args, { env: environment }).stdout))
}

test('the heap is bounded, and by the word of an operator where there is one', () => {
  const [own, given] = [heapOf({}), heapOf({ NODE_OPTIONS: '--max-old-space-size=3000' })]
  expect(own).toBeGreaterThan(1_000)
  expect(own).toBeLessThan(1_200)
  expect(given).toBeGreaterThan(3_000)
})

test('what was left can be collected when a catalogue has been read', () => {
  const said = spawnSync(process.execPath, [...memoryFlags({}), '-p', 'typeof gc'], { env: {} }).stdout
  expect(String(said).trim()).toBe('function')
})

test('other options of an operator leave the bound', () =>
  expect(memoryFlags({ NODE_OPTIONS: '--enable-source-maps' })).toEqual(memoryFlags({})))

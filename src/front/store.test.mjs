import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openGenerations } from './generations.mjs'
import { openStore } from './store.mjs'

const KB = 1024
let now = 1_000
const open = (most = 100 * KB) => {
  const generations = openGenerations()
  return { generations, store: openStore(generations, most, () => now) }
}
const entry = (generations, more = {}) => ({
  tags: ['catalogue'],
  born: generations.now,
  expires: Infinity,
  bytes: KB,
  ...more,
})

test('a kept entry is given back until one of its tags dies', () => {
  const { generations, store } = open()
  const kept = entry(generations)
  expect(store.set('/', kept)).toBe(true)
  generations.kill(['something else'])
  expect(store.get('/')).toBe(kept)
  generations.kill(['catalogue'])
  expect(store.get('/')).toBeUndefined()
  expect(store.bytes).toBe(0)
})

test('what a change has overtaken is refused', () => {
  const { generations, store } = open()
  const late = entry(generations)
  generations.kill(['catalogue'])
  expect(store.set('/', late)).toBe(false)
  expect(store.get('/')).toBeUndefined()
})

test('an entry ends by age', () => {
  const { generations, store } = open()
  store.set('/', entry(generations, { expires: now + 10 }))
  expect(store.get('/')).toBeDefined()
  now += 10
  expect(store.get('/')).toBeUndefined()
})

test('what is asked for outlives a crowd that nobody asks for twice', () => {
  const { generations, store } = open()
  store.set('/', entry(generations))
  for (let at = 0; at < 5_000; at += 1) {
    store.set(`/p/${at}`, entry(generations))
    store.get('/')
  }
  expect(store.get('/')).toBeDefined()
  expect(store.get('/p/0')).toBeUndefined()
  expect(store.bytes).toBeLessThanOrEqual(100 * KB)
})

test('an entry that would take a quarter of all is not kept', () => {
  const { generations, store } = open()
  expect(store.set('/', entry(generations, { bytes: 30 * KB }))).toBe(false)
})

test('whatever is kept, asked for and dropped, the bytes are those of the entries and never too many', () => {
  const steps = fc.array(
    fc.record({
      key: fc.integer({ min: 0, max: 40 }).map((at) => `/p/${at}`),
      bytes: fc.integer({ min: 0, max: 12 * KB }),
      tag: fc.constantFrom('a', 'b'),
      deed: fc.constantFrom('set', 'set', 'get', 'kill'),
    }),
    { maxLength: 300 },
  )
  fc.assert(
    fc.property(steps, (all) => {
      const { generations, store } = open()
      for (const { key, bytes, tag, deed } of all) {
        if (deed === 'set') store.set(key, entry(generations, { bytes, tags: [tag] }))
        if (deed === 'get') store.get(key)
        if (deed === 'kill') generations.kill([tag])
        expect(store.bytes).toBeLessThanOrEqual(100 * KB)
        expect(store.bytes >= store.size * KB).toBe(true)
      }
      generations.killAll()
      for (const { key } of all) store.get(key)
      expect(store.bytes).toBe(0)
    }),
  )
})

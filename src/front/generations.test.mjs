import { expect, test } from 'vitest'
import { openGenerations } from './generations.mjs'

test('what was begun before a tag died is dead, what began after it is alive', () => {
  const generations = openGenerations()
  const before = generations.now
  generations.kill(['catalogue'])
  const after = generations.now
  expect(generations.isAlive(['catalogue'], before)).toBe(false)
  expect(generations.isAlive(['pages'], before)).toBe(true)
  expect(generations.isAlive(['pages', 'catalogue'], after)).toBe(true)
})

test('when all die nothing begun before lives, whatever its tags', () => {
  const generations = openGenerations()
  const before = generations.now
  generations.killAll()
  expect(generations.isAlive([], before)).toBe(false)
  expect(generations.isAlive([], generations.now)).toBe(true)
})

test('more tags than are remembered end in the death of all, never in a stale page', () => {
  const generations = openGenerations(3)
  const before = generations.now
  generations.kill(['a', 'b', 'c', 'd'])
  expect(generations.isAlive(['a'], before)).toBe(false)
  expect(generations.isAlive(['never named'], before)).toBe(false)
})

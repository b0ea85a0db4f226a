import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeGate } from './gate'

test('no more than its places are inside at once, and everybody gets in', async () => {
  const gate = makeGate({ places: 3, queue: 100, patienceMs: 5_000 })
  let inside = 0
  let most = 0
  const visit = async () => {
    const leave = await gate()
    if (!leave) throw new Error('turned away')
    inside += 1
    most = Math.max(most, inside)
    await sleep(2)
    inside -= 1
    leave()
    leave()
  }
  await Promise.all(Array.from({ length: 50 }, visit))
  expect([most, inside]).toEqual([3, 0])
})

test('whoever finds the queue full is turned away at once, and whoever waits too long after that time', async () => {
  const gate = makeGate({ places: 1, queue: 1, patienceMs: 20 })
  const leave = await gate()
  const second = gate()
  expect(await gate()).toBeUndefined()
  expect(await second).toBeUndefined()
  leave?.()
  expect(await gate()).toBeTypeOf('function')
})

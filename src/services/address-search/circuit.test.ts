import { expect, test, vi } from 'vitest'
import { circuit } from './circuit'

function failing() {
  let at = 0
  let isDown = true
  let calls = 0
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const ask = circuit('A map', () => at)
  const call = () =>
    ask(async () => {
      calls += 1
      if (isDown) throw new Error('secret street')
      return 'found'
    })
  return {
    call,
    wait: (ms: number) => void (at += ms),
    mend: () => void (isDown = false),
    calls: () => calls,
  }
}

test('after three failures nobody asks any more, until the rest is over', async () => {
  const { call, wait, calls } = failing()
  for (let round = 0; round < 5; round += 1) expect(await call()).toBeUndefined()
  expect(calls()).toBe(3)
  wait(30_000)
  await Promise.all([call(), call(), call()])
  expect(calls()).toBe(4)
})

test('one answer opens it again', async () => {
  const { call, wait, mend, calls } = failing()
  for (let round = 0; round < 3; round += 1) await call()
  mend()
  expect(await call()).toBeUndefined()
  wait(30_000)
  expect(await call()).toBe('found')
  expect(await call()).toBe('found')
  expect(calls()).toBe(5)
})

test('what was asked is not written into the log', async () => {
  const { call } = failing()
  const warn = vi.mocked(console.warn)
  warn.mockClear()
  for (let round = 0; round < 4; round += 1) await call()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(warn.mock.calls)).not.toContain('secret')
})

import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { anyFree, isFree, nextFree } from './ports.mjs'

async function hold(port, host = '127.0.0.1') {
  const server = createServer()
  await new Promise((resolve) => server.listen(port, host, resolve))
  onTestFinished(() => new Promise((resolve) => server.close(resolve)))
}

test('a port is told to nobody twice, and is none that a call may leave by', async () => {
  const ports = []
  for (let call = 0; call < 50; call += 1) ports.push(await anyFree())
  expect(new Set(ports).size).toBe(50)
  for (const port of ports) {
    expect(port).toBeGreaterThanOrEqual(20_000)
    expect(port).toBeLessThan(32_768)
  }
})

test('what is in use is passed over, and not free', async () => {
  const before = await anyFree()
  await hold(before + 1)
  expect(await isFree(before + 1)).toBe(false)
  expect(await anyFree()).not.toBe(before + 1)
  expect(await nextFree(before + 1)).toBeGreaterThan(before + 1)
})

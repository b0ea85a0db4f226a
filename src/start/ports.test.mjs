import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { chooseAddress, localUrl } from './address.mjs'
import { anyFree, isFree, nextFree } from './ports.mjs'

async function occupy(host) {
  const server = createServer().listen(await anyFree(), host)
  await once(server, 'listening')
  onTestFinished(() => server.close())
  return server.address().port
}

test.each(['127.0.0.1', '0.0.0.0'])('a port that somebody listens on at %s is taken', async (host) =>
  expect(await isFree(await occupy(host))).toBe(false),
)

test('the next free port lies above a taken one', async () => {
  const port = await occupy('127.0.0.1')
  const next = await nextFree(port)
  expect(next).toBeGreaterThan(port)
  expect(await isFree(next)).toBe(true)
})

test.each([
  ['127.0.0.1,::1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['192.168.1.5', 'http://192.168.1.5:3000'],
])('a server that listens on %s is reached at %s', (listen, url) => expect(localUrl(listen, 3000)).toBe(url))

const asked = (port) => ({ PORT: port, NEXT_PUBLIC_APP_URL: `http://localhost:${port}`, isLoopback: true })

test('development says that its port is taken, takes the next one and moves its address', async () => {
  const port = await occupy('127.0.0.1')
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => said.mockRestore())
  const address = await chooseAddress(asked(port), true)
  expect(address.port).toBeGreaterThan(port)
  expect(address.url).toBe(`http://localhost:${address.port}`)
  expect(said).toHaveBeenCalledWith(expect.stringContaining(`Port ${port} is taken`))
})

test('production refuses a port that is taken', async () => {
  const port = await occupy('127.0.0.1')
  await expect(chooseAddress(asked(port), false)).rejects.toThrow(`Port ${port} is taken by another program`)
})

test('the server listens on this machine alone unless the public address is elsewhere, or HOST says so', async () => {
  const port = await anyFree()
  const listening = async (given) =>
    (await chooseAddress({ ...asked(port), ...given }, false)).variables.MOLINI_LISTEN
  expect(await listening({})).toBe('127.0.0.1,::1')
  expect(await listening({ isLoopback: false })).toBe('0.0.0.0')
  expect(await listening({ HOST: '10.0.0.7' })).toBe('10.0.0.7')
})

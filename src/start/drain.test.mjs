import { Agent, createServer, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain } from './drain.mjs'

/** A server whose answers take `milliseconds`, in two parts. */
async function serve(milliseconds) {
  const server = createServer({ keepAliveTimeout: 65_000 }, async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' })
    response.write('first ')
    await pause(milliseconds)
    response.end('last')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: server.address().port }
}

const get = (port, agent) =>
  new Promise((resolve, reject) => {
    const asked = request({ port, agent, path: '/' }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ text, connection: response.headers.connection }))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })

test('fifty requests under way are all answered whole, then the server is gone', async () => {
  const { server, port } = await serve(800)
  const agent = new Agent({ keepAlive: true, maxSockets: 60 })
  const answers = Array.from({ length: 50 }, () => get(port, agent))
  await pause(300)
  const begun = performance.now()
  expect(await drain([server], { time: 5_000 })).toBe(true)
  expect(performance.now() - begun).toBeLessThan(4_000)
  expect((await Promise.all(answers)).map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, () => 'first last'),
  )
  await expect(get(port)).rejects.toThrow('ECONNREFUSED')
  agent.destroy()
})

test('connections that wait for nothing do not hold it up', async () => {
  const { server, port } = await serve(0)
  const agent = new Agent({ keepAlive: true })
  await get(port, agent)
  const begun = performance.now()
  expect(await drain([server], { time: 5_000 })).toBe(true)
  expect(performance.now() - begun).toBeLessThan(1_500)
  agent.destroy()
})

test('an answer that never ends is given up in its time', async () => {
  const { server, port } = await serve(60_000)
  const never = get(port).catch((error) => error.code)
  await pause(100)
  const begun = performance.now()
  expect(await drain([server], { time: 300 })).toBe(false)
  expect(performance.now() - begun).toBeLessThan(1_500)
  server.closeAllConnections()
  expect(await never).toBe('ECONNRESET')
})

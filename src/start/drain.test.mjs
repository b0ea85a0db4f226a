import { spawn } from 'node:child_process'
import { Agent, createServer, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain, watch } from './drain.mjs'

/** A server whose answers take `milliseconds`, in two parts. */
async function serve(milliseconds) {
  const server = createServer({ keepAliveTimeout: 65_000 }, async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' })
    response.write('first ')
    await pause(milliseconds)
    response.end('last')
  })
  const watched = watch(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, watched, port: server.address().port }
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
  const { watched, port } = await serve(800)
  const agent = new Agent({ keepAlive: true, maxSockets: 60 })
  const answers = Array.from({ length: 50 }, () => get(port, agent))
  await pause(300)
  const begun = performance.now()
  expect(await drain([watched], { time: 5_000 })).toBe(true)
  expect(performance.now() - begun).toBeLessThan(4_000)
  expect((await Promise.all(answers)).map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, () => 'first last'),
  )
  await expect(get(port)).rejects.toThrow('ECONNREFUSED')
  agent.destroy()
})

/** Fifty clients in a process of their own: how often each status, or code of a fault, was seen. */
async function fifty(port) {
  const script = `const http = require('node:http'); const seen = {}; let left = 50
    const count = (what) => { seen[what] = (seen[what] ?? 0) + 1; if (--left === 0) { console.log(JSON.stringify(seen)); process.exit() } }
    for (let i = 0; i < 50; i += 1) http.get({ port: ${port}, agent: false }, (a) => a.resume().on('end', () => count(a.statusCode))).on('error', (e) => count(e.code))`
  const child = spawn(process.execPath, ['-e', script])
  let words = ''
  child.stdout.on('data', (chunk) => (words += chunk))
  await new Promise((resolve) => child.once('exit', resolve))
  return JSON.parse(words)
}

/** Takes nothing, reads nothing. */
function beBusy(milliseconds) {
  const until = Date.now() + milliseconds
  while (Date.now() < until) void 0
}

test('who has connected while the server was busy is answered too', async () => {
  const { watched, port } = await serve(50)
  const seen = fifty(port)
  // Busy until all have connected, and told to stop before it can take one of them.
  beBusy(2_500)
  expect(await drain([watched], { time: 10_000, lead: 500 })).toBe(true)
  expect(await seen).toEqual({ 200: 50 })
}, 20_000)

test('so is whoever waits behind them, while each turn takes long', async () => {
  const { server, watched, port } = await serve(50)
  server.on('request', () => beBusy(40))
  const seen = fifty(port)
  beBusy(2_500)
  expect(await drain([watched], { time: 20_000 })).toBe(true)
  expect(await seen).toEqual({ 200: 50 })
}, 30_000)

test('connections that wait for nothing do not hold it up', async () => {
  const { watched, port } = await serve(0)
  const agent = new Agent({ keepAlive: true })
  await get(port, agent)
  const begun = performance.now()
  expect(await drain([watched], { time: 5_000 })).toBe(true)
  expect(performance.now() - begun).toBeLessThan(1_500)
  agent.destroy()
})

test('an answer that never ends is given up in its time', async () => {
  const { watched, port } = await serve(60_000)
  const never = get(port).catch((error) => error.code)
  await pause(100)
  const begun = performance.now()
  expect(await drain([watched], { time: 300 })).toBe(false)
  expect(performance.now() - begun).toBeLessThan(1_500)
  watched.server.closeAllConnections()
  expect(await never).toBe('ECONNRESET')
})

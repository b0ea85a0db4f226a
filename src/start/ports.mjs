import { createServer } from 'node:net'

const listens = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })

/** Is nobody listening on `port`, neither on this machine's own addresses nor on all of them? */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) if (!(await listens(port, host))) return false
  return true
}

export async function nextFree(port) {
  for (let next = port; next <= 65535; next += 1) if (await isFree(next)) return next
  throw new Error('No port is free')
}

/** Below what Linux, macOS and Windows give to calls that leave the machine: who waits with a port meets no call on it. */
const first = 20_000
const last = 32_767
let turn = first + Math.floor(Math.random() * (last - first))

/** A port that nobody uses now; another at each call, and seldom the one that another process is told. */
export async function anyFree() {
  for (let tries = first; tries <= last; tries += 1) {
    turn = turn < last ? turn + 1 : first
    if (await isFree(turn)) return turn
  }
  throw new Error('No port is free')
}

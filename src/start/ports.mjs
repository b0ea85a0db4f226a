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

/** A port that the system says nobody uses now. */
export const anyFree = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

import { setTimeout as pause } from 'node:timers/promises'

/**
 * Ends `servers` without cutting a request: no new connections, an answer for each request that has begun, and for each
 * that still comes on a connection that is open, which then hears that it is the last. Connections that wait for nothing
 * are closed. Gives up after `time` milliseconds: whoever started us would kill us then. Answers with whether all was said.
 */
export async function drain(servers, { time }) {
  const closed = Promise.all(
    servers.map((server) => {
      server.prependListener(
        'request',
        (_, response) => response.shouldKeepAlive && (response.shouldKeepAlive = false),
      )
      return new Promise((resolve) => server.close(resolve))
    }),
  ).then(() => true)
  const stop = new AbortController()
  const late = pause(time, false, { signal: stop.signal }).catch(() => false)
  // A connection becomes idle when its answer is out, and nobody tells the server then.
  const watch = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 100)
  const isWhole = await Promise.race([closed, late])
  clearInterval(watch)
  stop.abort()
  return isWhole
}

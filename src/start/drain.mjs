import { Server as NetServer } from 'node:net'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'

/** A connection that has not said anything by then will not. */
const silence = 5_000

/**
 * Keeps count of what is under way on `server`, from before it listens. Node's own `closeIdleConnections` also closes
 * connections whose request has arrived and was not read yet, which a busy process has many of.
 */
export function watch(server) {
  const open = new Map()
  server.on('connection', (socket) => {
    open.set(socket, { asked: 0, answered: 0 })
    socket.once('close', () => open.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    const counts = open.get(socket)
    if (!counts) return
    counts.asked += 1
    response.once('close', () => (counts.answered += 1))
  })
  return { server, open }
}

/**
 * Ends servers without cutting a request. For `lead` milliseconds everything is answered as before, but on connections
 * that end with their answer: who has connected while we were busy waits in a queue of the kernel, which closing would
 * throw away, and a balancer needs its moment too. Then no connection is taken any more, and each that there is ends with
 * its answer, or when it asks nothing. Gives up after `time` milliseconds in all: whoever started us would kill us then.
 * Answers with whether all was said.
 * @param {ReturnType<typeof watch>[]} watched
 */
export async function drain(watched, { time, lead = 0 }) {
  const end = Date.now() + time
  for (const { server } of watched)
    server.prependListener('request', (_, response) => {
      response.shouldKeepAlive = false
    })
  await pause(lead)
  await takeWaiting(watched, { until: end - time / 2 })
  for (const { server } of watched) NetServer.prototype.close.call(server)
  const closedAt = Date.now()
  for (;;) {
    const isSilent = Date.now() - closedAt > silence
    for (const { open } of watched) endIdle(open, isSilent)
    if (watched.every(({ open }) => open.size === 0)) return true
    if (Date.now() >= end) return false
    await pause(Math.min(50, Math.max(end - Date.now(), 1)))
  }
}

/**
 * A turn takes one connection of those that wait in the kernel, however long it is: until a few turns have taken none, or
 * callers come without end.
 */
async function takeWaiting(watched, { until }) {
  let isTaken = true
  const note = () => (isTaken = true)
  for (const { server } of watched) server.on('connection', note)
  for (let idle = 0; idle < 20 && Date.now() < until; idle = isTaken ? 0 : idle + 1) {
    isTaken = false
    await turn()
  }
  for (const { server } of watched) server.off('connection', note)
}

function endIdle(open, isSilent) {
  for (const [socket, { asked, answered }] of open)
    if (asked === answered && (asked > 0 || isSilent)) socket.destroySoon()
}

import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks the server itself to do the jobs that are due, every `interval` milliseconds and never twice at
 * once. Jobs run in a route, since only there they may invalidate cached pages. Returns the stop.
 */
export function startTicker({ url, secret, interval = 2000, log = console.warn }) {
  const controller = new AbortController()
  let lastFault
  const tick = async () => {
    const fault = await callTick(url, secret, controller.signal)
    if (fault && fault !== lastFault) log(`The jobs of the shop do not run: ${fault}`)
    lastFault = fault
  }
  const loop = async () => {
    while (!controller.signal.aborted) {
      await tick()
      await pause(interval, undefined, { signal: controller.signal }).catch(() => {})
    }
  }
  void loop()
  return () => controller.abort()
}

async function callTick(url, secret, stopped) {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(60_000)])
  try {
    const headers = { authorization: `Bearer ${secret}` }
    const answer = await fetch(new URL('/api/cron/tick', url), { method: 'POST', headers, signal })
    await answer.arrayBuffer()
    return answer.ok ? undefined : `the tick answers ${answer.status}`
  } catch (error) {
    return stopped.aborted ? undefined : (error.cause?.code ?? error.name)
  }
}

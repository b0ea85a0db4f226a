import { readFileSync } from 'node:fs'

/**
 * Milliseconds. Loading takes seconds. Now and then Node 20 never ends it, with the loader's worker idle; no work has begun then.
 * Where the system says what a process does, one that does nothing for `idleTime` while it should load is not waited for.
 */
const [loadTime, idleTime] = [120_000, 8_000]
/** Hundredths of a second; whoever loads takes hundreds of them. */
const fewTicks = 3

/**
 * Kills one of our TypeScript processes that takes too long until it reports `{ begun }`, or does nothing on its way there.
 * @param {import('node:child_process').ChildProcess} child with a channel for messages
 * @param {{ loadTime?: number, idleTime?: number }} [times] milliseconds
 * @returns {{ isStuck: () => boolean, end: () => void }} whether it was killed; `end` lets it be
 */
export function watchLoading(child, { loadTime: longest = loadTime, idleTime: idle = idleTime } = {}) {
  let isStuck = false
  const giveUp = () => {
    isStuck = true
    child.kill('SIGKILL')
  }
  const late = setTimeout(giveUp, longest)
  let before = ticksOf(child.pid)
  const look = setInterval(() => {
    const now = ticksOf(child.pid)
    if (now !== undefined && now - before < fewTicks) giveUp()
    before = now
  }, idle)
  const end = () => {
    clearTimeout(late)
    clearInterval(look)
  }
  child.on('message', ({ begun }) => begun && end())
  child.once('exit', end)
  child.once('error', end)
  return { isStuck: () => isStuck, end }
}

/** Processor time of a process in hundredths of a second; undefined where the system does not say (only Linux does). */
function ticksOf(pid) {
  try {
    const [, fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /)
    const [user, system] = fields.split(' ').slice(11, 13).map(Number)
    return user + system
  } catch {
    return undefined
  }
}

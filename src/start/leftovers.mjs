import { setTimeout as pause } from 'node:timers/promises'
import { isRunning } from './process-identity.mjs'
import { say } from './say.mjs'

const signal = (group, name) => {
  try {
    process.kill(-group, name)
  } catch {
    // Gone already.
  }
}

/** Ends a whole process group: politely, and after `patience` milliseconds for good. */
export async function endGroup(child, patience = 28_000) {
  signal(child.pid, 'SIGTERM')
  for (let waited = 0; waited < patience && isRunning(child); waited += 50) await pause(50)
  signal(child.pid, 'SIGKILL')
}

export const hasLeftovers = (lock) => (lock?.children ?? []).some(isRunning)

/** A launcher that was killed could not stop its server: its lock names it. */
export async function stopLeftovers(left) {
  for (const child of left?.children ?? []) {
    if (!isRunning(child)) continue
    say('  Stopping the server that an interrupted start left behind')
    await endGroup(child)
  }
}

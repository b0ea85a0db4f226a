import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When process `pid` began, as an opaque word, or undefined when it does not run. A pid alone may belong
 * to another process by now; pid and beginning together name one process.
 */
export function beginningOf(pid) {
  try {
    if (process.platform === 'linux') return beginningOnLinux(pid)
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : undefined
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim() || undefined
  } catch {
    return undefined
  }
}

/** Field 22 of stat counts ticks since boot, so the boot itself is part of the word. */
function beginningOnLinux(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot}:${fields[19]}`
}

export const identify = (pid) => ({ pid, beginning: beginningOf(pid) })
export const isRunning = ({ pid, beginning }) => beginning !== undefined && beginningOf(pid) === beginning

import { spawn } from 'node:child_process'
import { inCheckout } from './checkout.mjs'

const tenMinutes = 600_000

/**
 * Looks every ten minutes whether a backup is due and takes it in a process of its own, at the lowest priority. The
 * database decides who of several servers does it. Returns the stop, which ends a backup under way: it is none then.
 */
export function startBackups({ interval = tenMinutes, first = 60_000, log = console.warn } = {}) {
  let child
  const look = () => {
    if (child) return
    child = spawn(
      'nice',
      ['-n', '19', process.execPath, inCheckout('src/start/launch.mjs'), 'backup', '--due'],
      {
        cwd: inCheckout(),
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let words = ''
    child.stderr.on('data', (chunk) => (words = (words + chunk).slice(-2_000)))
    child.once('error', (error) => {
      child = undefined
      log(`The backup did not begin: ${error.message}`)
    })
    child.once('exit', (code) => {
      child = undefined
      if (code) log(`The backup failed: ${words.trim()}`)
    })
  }
  const timers = [setTimeout(look, first), setInterval(look, interval)]
  return () => {
    for (const timer of timers) clearTimeout(timer)
    child?.kill('SIGTERM')
  }
}

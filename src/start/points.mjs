import { spawn } from 'node:child_process'
import { bundleHelper } from './bundle-helper.mjs'
import { inCheckout } from './checkout.mjs'
import { watchLoading } from './watch-loading.mjs'

const aMinute = 60_000
/** Milliseconds: at the lowest priority it may get little done for a while. */
const idleTime = 30_000

/**
 * Keeps a process, at the lowest priority, that brings the database's log to where backups are, and begins it anew when it
 * ends. The shop never waits for it. It ends with us, in whatever way we end. Returns the stop.
 */
export function startPoints({ wait = aMinute, log = console.warn } = {}) {
  let child
  let timer
  let isStopped = false
  const again = (words) => {
    if (isStopped) return
    if (words) log(`The log of the database is not archived: ${words}`)
    timer = setTimeout(start, wait)
  }
  const begin = async () => {
    const path = await bundleHelper('src/start/points.ts')
    if (isStopped) return
    child = spawn('nice', ['-n', '19', process.execPath, path, 'keep'], {
      cwd: inCheckout(),
      stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    })
    const loading = watchLoading(child, { idleTime })
    child.stdin.on('error', () => {})
    child.stderr.on('data', (chunk) =>
      log(`The log of the database is not archived: ${String(chunk).trim()}`),
    )
    child.once('error', (error) => again(error.message))
    child.once('exit', (code) =>
      again(loading.isStuck() ? 'it never began' : code ? `it ended with ${code}` : ''),
    )
  }
  const start = () => begin().catch((error) => again(error.message))
  start()
  return () => {
    isStopped = true
    clearTimeout(timer)
    child?.kill('SIGTERM')
  }
}

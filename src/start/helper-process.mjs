import { fork } from 'node:child_process'
import { bundleHelper } from './bundle-helper.mjs'
import { inCheckout } from './checkout.mjs'
import { watchLoading } from './watch-loading.mjs'

const attempts = 3
/** The last try is waited for whatever it does. */
const patient = { idleTime: 2 ** 30 }

/**
 * Runs one of our TypeScript files in a process of its own, which must report `{ begun }` as the first thing it does.
 * One that never comes to that, or does nothing on its way there, is ended and started again. Resolves to its exit code, or the signal that ended it.
 * @param {string} file below the checkout
 * @param {readonly string[]} args
 * @param {{ env: Record<string, string | undefined>, stdio: import('node:child_process').StdioOptions,
 *   onStart?: (child: import('node:child_process').ChildProcess) => void, onMessage?: (message: any) => void,
 *   loadTime?: number, idleTime?: number }} options
 */
export async function runHelper(file, args, options) {
  const path = await bundleHelper(file)
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === attempts
    const { code, isStuck } = await runOnce(path, args, { ...options, ...(isLast && patient) })
    if (!isStuck || isLast) return code
  }
}

async function runOnce(path, args, { env, stdio, onStart, onMessage = () => {}, ...times }) {
  const child = fork(path, args, { cwd: inCheckout(), execArgv: [], env, stdio })
  const loading = watchLoading(child, times)
  onStart?.(child)
  child.on('message', onMessage)
  const forget = endWith(child)
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (exit, signal) => resolve(exit ?? signal))
    })
    return { code, isStuck: loading.isStuck() }
  } finally {
    loading.end()
    forget()
  }
}

/** The helper must not outlive us, in whatever way we end. */
function endWith(child) {
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  return () => process.removeListener('exit', end)
}

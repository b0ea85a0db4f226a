import { fork } from 'node:child_process'
import { inCheckout } from './checkout.mjs'

/** Loading takes seconds. Now and then Node 20 never ends it, with the loader's worker idle; no work has begun then. */
const loadTime = 120_000
const attempts = 3

/**
 * Runs one of our TypeScript files in a process of its own, which must report `{ begun }` as the first thing it does.
 * One that never comes to that is ended and started again. Resolves to its exit code, or the signal that ended it.
 * @param {string} file below the checkout
 * @param {readonly string[]} args
 * @param {{ env: Record<string, string | undefined>, stdio: import('node:child_process').StdioOptions,
 *   onStart?: (child: import('node:child_process').ChildProcess) => void, onMessage: (message: any) => void, loadTime?: number }} options
 */
export async function runHelper(file, args, options) {
  for (let attempt = 1; ; attempt += 1) {
    const { code, isStuck } = await runOnce(file, args, options)
    if (!isStuck || attempt === attempts) return code
  }
}

async function runOnce(file, args, { env, stdio, onStart, onMessage, loadTime: patience = loadTime }) {
  const child = fork(inCheckout(file), args, {
    cwd: inCheckout(),
    execArgv: ['--import', inCheckout('src/start/typescript.mjs')],
    env,
    stdio,
  })
  let isStuck = false
  const watch = setTimeout(() => {
    isStuck = true
    child.kill('SIGKILL')
  }, patience)
  onStart?.(child)
  child.on('message', (message) => {
    if (message.begun) clearTimeout(watch)
    onMessage(message)
  })
  const forget = endWith(child)
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (exit, signal) => resolve(exit ?? signal))
    })
    return { code, isStuck }
  } finally {
    clearTimeout(watch)
    forget()
  }
}

/** The helper must not outlive us, in whatever way we end. */
function endWith(child) {
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  return () => process.removeListener('exit', end)
}

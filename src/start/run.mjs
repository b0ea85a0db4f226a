import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and gives back `{ code, output }`. Waits for the exit and not for the pipes,
 * since a server it leaves behind may keep those open.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('exit', (code, signal) => setImmediate(() => resolve({ code: code ?? signal, output })))
  })
}

/** Runs a program that talks to the person directly, and gives back its exit code. */
export function runAloud(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

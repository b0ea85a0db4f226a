import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operatorVariables } from './environment.mjs'
import { runAloud } from './run.mjs'
import { say } from './say.mjs'

/** Tests decide about their own environment; what the shell or `.env` happens to hold must not. */
async function neutralEnvironment() {
  const unset = Object.fromEntries((await operatorVariables()).map((name) => [name, '']))
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' }
  return { ...process.env, ...unset, ...quiet, NODE_ENV: undefined }
}

/** Runs every step, also after a failure, so that one run shows all that is wrong. */
export async function runSteps(plan, node) {
  const reports = mkdtempSync(join(tmpdir(), 'molini-reports-'))
  const env = await neutralEnvironment()
  const results = []
  try {
    for (const step of plan) results.push(await runStep(step, { node, env, reports }, results))
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), lines: results.map(({ line }) => line) }
}

async function runStep(step, { node, env, reports }, before) {
  say(`\n== ${step.name}`)
  if (before.some(({ name, failed }) => name === step.needs && failed > 0))
    return outcome(step, { passed: 0, failed: 1 }, `not run: needs ${step.needs}`)
  const begun = performance.now()
  const report = join(reports, `${before.length}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runAloud(node, [...step.args, ...(step.hasTests ? reporters : [])], {
    env: { ...env, ...step.env },
  })
  const counts = step.hasTests ? countTests(report, code) : countStep(code)
  return outcome(step, counts, `${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

const countStep = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A file that does not load has no tests to fail, so the exit code has the last word. */
export function countTests(report, code) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests || (code === 0 ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function outcome({ name }, { passed, failed }, time) {
  const line = `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${passed} passed, ${failed} failed (${time})`
  say(line)
  return { name, passed, failed, line: `  ${line}` }
}

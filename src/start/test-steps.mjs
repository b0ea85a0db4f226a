import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { operatorVariables } from './environment.mjs'
import { run, runAloud } from './run.mjs'
import { say } from './say.mjs'

/** Tests decide about their own environment; what the shell or `.env` happens to hold must not. */
export async function neutralEnvironment() {
  const unset = Object.fromEntries((await operatorVariables()).map((name) => [name, '']))
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' }
  return { ...process.env, ...unset, ...quiet, NODE_ENV: undefined }
}

/**
 * Runs every step, also after a failure, so that one run shows all that is wrong. An item of the plan that is a list of
 * lanes runs these beside each other; a step in a lane says what it has to say when it ends.
 */
export async function runSteps(plan, node, env) {
  const reports = mkdtempSync(join(tmpdir(), 'molini-reports-'))
  const shared = { node, env, reports, results: [] }
  try {
    for (const item of plan)
      if (Array.isArray(item))
        await Promise.all(item.map((lane) => runLane(lane, { ...shared, isBeside: true })))
      else await runLane([item], shared)
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  const { results } = shared
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    lines: results.map(({ line }) => line),
    faults: results.flatMap(({ faults }) => faults),
  }
}

async function runLane(steps, shared) {
  for (const step of steps) shared.results.push(await runStep(step, shared))
}

async function runStep(step, { node, env, reports, results, isBeside }) {
  const title = `\n== ${step.name}`
  if (!isBeside) say(title)
  if (results.some(({ name, failed }) => name === step.needs && failed > 0))
    return outcome(step, { passed: 0, failed: 1 }, `not run: needs ${step.needs}`)
  const begun = performance.now()
  const report = join(reports, `${step.name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [...step.args, ...(step.hasTests ? reporters : [])]
  const code = await (isBeside ? runQuietly : runAloud)(node, args, { env: { ...env, ...step.env } }, title)
  const counts = step.hasTests ? countTests(report, code) : countStep(code)
  return outcome(step, counts, `${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

async function runQuietly(program, args, options, title) {
  const { code, output } = await run(program, args, options)
  say(`${title}\n${output.trimEnd()}`)
  return code
}

const countStep = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A file that does not load has no tests to fail, so the exit code has the last word. */
export function countTests(report, code) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    return {
      passed: numPassedTests,
      failed: numFailedTests || (code === 0 ? 0 : 1),
      skipped: numPendingTests,
      faults: testResults.flatMap(faultsOf),
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** What failed in a file of tests, a test each, with what it said; of a file that did not load, what that said. */
function faultsOf({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((result) => result.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [fault(file, message)] : []
  return failed.map(({ fullName, failureMessages }) =>
    fault(`${file} > ${fullName}`, failureMessages.join('\n')),
  )
}

/** What a test said is told without where in the code it was, and not at any length. */
const fault = (title, message = '') =>
  [
    title,
    ...message
      .split(/\n\s+at /)[0]
      .split('\n')
      .slice(0, 12),
  ]
    .join('\n    ')
    .slice(0, 1500)

/** Tests that left themselves out are not among those that passed, and are seen at the end of the run too. */
function outcome({ name }, { passed, failed, skipped = 0, faults = [] }, time) {
  const left = skipped > 0 ? `, ${skipped} NOT RUN` : ''
  const line = `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${passed} passed, ${failed} failed${left} (${time})`
  say(line)
  return { name, passed, failed, line: `  ${line}`, faults }
}

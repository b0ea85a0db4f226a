import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { run } from './run.mjs'
import { findOldCode, layOutOldCode } from './testing/old-code.mjs'

const isFull = process.env.MOLINI_PROOF === 'full'
/** Whatever shoppers and staff do to bags, orders, money and stock; a part of it at each test. */
const files = isFull
  ? ['src/app/api/store', 'src/services', 'src/ops/jobs']
  : ['src/app/api/store/carts', 'src/services/place-order']

/** Only what any shell has: the tests of the old code decide about their environment by themselves. */
const { PATH, HOME, TMPDIR } = process.env
const env = { PATH, HOME, ...(TMPDIR && { TMPDIR }), NEXT_TELEMETRY_DISABLED: '1' }

const old = findOldCode()

test('code from before the latest migrations does its work on the schema of now', async (context) => {
  if (!old) {
    console.warn(
      'NOT RUN: old code on the new schema. This checkout has no history back to the code before a migration.',
    )
    return context.skip('no history')
  }
  const { folder, remove } = layOutOldCode(old.commit)
  onTestFinished(remove)
  const report = join(folder, 'report.json')
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', ...files]
  const reporters = ['--reporter=json', `--outputFile.json=${report}`]
  const { output } = await run(process.execPath, [...args, ...reporters], { cwd: folder, env })
  const { testResults, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = testResults.flatMap(({ assertionResults, message, name }) => [
    ...(assertionResults.length === 0 ? [`${name}: ${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.slice(0, 400)}`),
  ])
  console.info(
    `${numPassedTests} tests of ${old.commit.slice(0, 7)} on ${old.unknown.length} migrations later`,
  )
  expect(failed, output.slice(-3_000)).toEqual([])
  expect(numPassedTests).toBeGreaterThan(isFull ? 500 : 40)
})

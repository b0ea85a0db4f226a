import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { countTests, runSteps } from './test-steps.mjs'

const report = join(mkdtempSync(join(tmpdir(), 'molini-report-')), 'report.json')
const reported = (numPassedTests, numFailedTests, testResults = []) =>
  writeFileSync(report, JSON.stringify({ numPassedTests, numFailedTests, testResults }))

test('tests are counted as the report says', () => {
  reported(7, 2)
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 2, faults: [] })
})

test('a test that failed, and a file that did not load, are named with what they said', () => {
  const passed = { fullName: 'a sum', status: 'passed', failureMessages: [] }
  const failed = {
    ...passed,
    status: 'failed',
    failureMessages: ['not 4\n  - 4\n  + 5\n    at add (sum.ts:3:1)'],
  }
  const file = (name, more) => ({
    name: join(process.cwd(), name),
    status: 'failed',
    assertionResults: [],
    ...more,
  })
  reported(1, 1, [
    file('sums.test.ts', { assertionResults: [passed, failed], message: '' }),
    file('lost.test.ts', { message: 'no such module' }),
    file('good.test.ts', { status: 'passed', assertionResults: [passed], message: '' }),
  ])
  const { faults } = countTests(report, 1)
  expect(faults).toEqual([
    'sums.test.ts > a sum\n    not 4\n      - 4\n      + 5',
    'lost.test.ts\n    no such module',
  ])
})

test('tests that were left out are said in the line of their step, and counted among none', async () => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => said.mockRestore())
  const counts = JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 2, testResults: [] })
  const writes = `const [file] = process.argv.flatMap((word) => word.match(/outputFile.json=(.*)/)?.[1] ?? [])
    require('node:fs').writeFileSync(file, '${counts}')`
  const step = { name: 'proofs', args: ['-e', writes, '--'], hasTests: true }
  const { passed, failed, lines } = await runSteps([step], process.execPath, process.env)
  expect({ passed, failed }).toEqual({ passed: 3, failed: 0 })
  expect(lines[0]).toContain('3 passed, 0 failed, 2 NOT RUN')
})

test('a run that failed without a failing test counts one failure', () => {
  reported(7, 0)
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 1, faults: [] })
})

test('a run without a report counts one failure', () =>
  expect(countTests('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1 }))

test('steps after a failure still run, and what needs the failed one does not', async () => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => said.mockRestore())
  const plan = [
    { name: 'build', args: ['-e', 'process.exit(3)'] },
    { name: 'types', args: ['-e', ''] },
    { name: 'journeys', args: ['-e', ''], needs: 'build' },
  ]
  const { passed, failed, lines } = await runSteps(plan, process.execPath, process.env)
  expect({ passed, failed }).toEqual({ passed: 1, failed: 2 })
  expect(lines[2]).toContain('not run: needs build')
})

test('lanes run beside each other, and each step says all of it when it ends', async () => {
  const told = []
  const said = vi.spyOn(process.stdout, 'write').mockImplementation((text) => told.push(text))
  onTestFinished(() => said.mockRestore())
  const meet = join(mkdtempSync(join(tmpdir(), 'molini-lanes-')), 'lane')
  const waits = (mine, other) => `const fs = require('node:fs')
    fs.writeFileSync('${meet}-${mine}', '')
    const look = setInterval(() => { if (fs.existsSync('${meet}-${other}')) { console.log('met ${other}'); clearInterval(look) } }, 5)`
  const plan = [
    [
      [{ name: 'a', args: ['-e', waits('a', 'b')] }],
      [
        { name: 'b', args: ['-e', waits('b', 'a')] },
        { name: 'c', args: ['-e', 'process.exit(1)'] },
      ],
    ],
    { name: 'd', args: ['-e', ''], needs: 'c' },
  ]
  const { passed, failed, lines } = await runSteps(plan, process.execPath, process.env)
  expect({ passed, failed, steps: lines.length }).toEqual({ passed: 2, failed: 2, steps: 4 })
  expect(told.join('')).toMatch(/== a\nmet b[^]*/)
  expect(lines.at(-1)).toContain('not run: needs c')
})

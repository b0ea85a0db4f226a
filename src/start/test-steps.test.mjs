import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { countTests, runSteps } from './test-steps.mjs'

const report = join(mkdtempSync(join(tmpdir(), 'molini-report-')), 'report.json')
const reported = (numPassedTests, numFailedTests) =>
  writeFileSync(report, JSON.stringify({ numPassedTests, numFailedTests }))

test('tests are counted as the report says', () => {
  reported(7, 2)
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 2 })
})

test('tests that were left out are said in the line of their step, and counted among none', async () => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => said.mockRestore())
  const counts = JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 2 })
  const writes = `const [file] = process.argv.flatMap((word) => word.match(/outputFile.json=(.*)/)?.[1] ?? [])
    require('node:fs').writeFileSync(file, '${counts}')`
  const step = { name: 'proofs', args: ['-e', writes, '--'], hasTests: true }
  const { passed, failed, lines } = await runSteps([step], process.execPath, process.env)
  expect({ passed, failed }).toEqual({ passed: 3, failed: 0 })
  expect(lines[0]).toContain('3 passed, 0 failed, 2 NOT RUN')
})

test('a run that failed without a failing test counts one failure', () => {
  reported(7, 0)
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 1 })
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

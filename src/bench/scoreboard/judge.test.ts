import { expect, test } from 'vitest'
import { judge, type Seen } from './judge'
import type { Line } from './lines'

const file = 'src/bench/races.proof.ts'
const line: Line = {
  number: 1,
  name: 'Oversell',
  bar: '10 orders',
  shown: [{ file, tests: ['exactly 10 orders'] }],
  figures: [{ key: 'orders', unit: 'orders', isMet: (value) => value === 10 }],
}
const seen = (more: Partial<Seen> = {}): Seen => ({
  ...{ file, title: '100 buyers are exactly 10 orders', status: 'passed', seconds: 2 },
  figures: { orders: 10 },
  ...more,
})
const outcomeOf = (run: readonly Seen[], isQuick = false) => judge(line, run, { isQuick })

test('a line holds by its tests and its figure, which is shown with its unit', () => {
  expect(outcomeOf([seen()])).toMatchObject({ outcome: 'ok', figure: '10 orders', seconds: 2, faults: [] })
})

test('a figure short of its bar is red though every test is green', () => {
  expect(outcomeOf([seen({ figures: { orders: 11 } })])).toMatchObject({
    outcome: 'FAILED',
    faults: ['orders: 11 orders'],
  })
})

test('of several figures the largest is judged', () => {
  expect(outcomeOf([seen(), seen({ figures: { orders: 12 } })]).outcome).toBe('FAILED')
})

test('a test that failed, that is gone or that was not run is red', () => {
  expect(outcomeOf([seen({ status: 'failed' })]).outcome).toBe('FAILED')
  expect(outcomeOf([seen({ title: 'something else' })]).faults).toContain('no such test: exactly 10 orders')
  expect(outcomeOf([]).outcome).toBe('FAILED')
})

test('a test that was left out is not green', () => {
  expect(outcomeOf([seen({ status: 'skipped', figures: {} })]).outcome).toBe('not run')
})

test('what only the whole shows is not missed at a tenth', () => {
  const both = { ...line, shown: [...line.shown, { file, tests: ['ten minutes'], isWholeAlone: true }] }
  expect(judge(both, [seen()], { isQuick: true }).outcome).toBe('ok')
  expect(judge(both, [seen()], { isQuick: false }).outcome).toBe('FAILED')
})

test('at full size a figure has to be there, at a tenth it may be missing', () => {
  expect(outcomeOf([seen({ figures: {} })]).outcome).toBe('FAILED')
  expect(outcomeOf([seen({ figures: {} })], true)).toMatchObject({ outcome: 'ok', figure: '1 of 1 tests' })
})

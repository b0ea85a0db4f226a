import { expect, test } from 'vitest'
import { launchFaults, type LaunchPlan } from './draw'

const now = new Date('2026-12-01T10:00:00Z')
const [past, soon, late] = ['2026-12-01T09:00:00Z', '2026-12-01T11:00:00Z', '2026-12-02T11:00:00Z']
const plan = (launchBy: string | null, launchedAt: string | null, isForSale = true): LaunchPlan => ({
  launchBy,
  launchedAt,
  isForSale,
})
const faults = (before: LaunchPlan, after: LaunchPlan, isDrawn = false) =>
  launchFaults(before, after, { isDrawn, now }).map(({ path }) => path)

test('a draw that is for sale needs a moment to come', () => {
  expect(faults(plan('first', past), plan('draw', past))).toEqual(['launchedAt'])
  expect(faults(plan('first', soon), plan('draw', null))).toEqual(['launchedAt'])
  expect(faults(plan('draw', past, false), plan('draw', past))).toEqual(['launchedAt'])
  expect(faults(plan('first', soon), plan('draw', soon))).toEqual([])
  expect(faults(plan('draw', soon), plan('draw', late))).toEqual([])
})

test('a draft may be unfinished, and what is not about the launch may be saved while the draw is made', () => {
  expect(faults(plan(null, null, false), plan('draw', null, false))).toEqual([])
  expect(faults(plan('draw', past), plan('draw', past))).toEqual([])
  expect(faults(plan('draw', past), plan('draw', past, false))).toEqual([])
})

test('what was drawn stays as it was drawn; whatever is no draw is first come, first served', () => {
  expect(faults(plan('draw', past), plan('first', past), true)).toEqual(['launchBy'])
  expect(faults(plan('draw', past), plan('draw', late), true)).toEqual(['launchedAt'])
  expect(faults(plan('draw', past), plan(null, null), true)).toEqual(['launchBy', 'launchedAt'])
  expect(faults(plan('draw', past), plan('draw', '2026-12-01T09:00:00.000Z'), true)).toEqual([])
  expect(faults(plan(null, soon), plan('first', late))).toEqual([])
})

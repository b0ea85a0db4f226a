import * as initial from './20261122_134027_initial'
import * as guards from './20261122_150000_guards'
import * as leanIndexes from './20261122_153000_lean_indexes'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261122_134027_initial' },
  { up: guards.up, down: guards.down, name: '20261122_150000_guards' },
  { up: leanIndexes.up, down: leanIndexes.down, name: '20261122_153000_lean_indexes' },
]

import { test } from 'vitest'
import { env } from '#env'
import { checkLimits } from '../services/testing/limit-histories'

const histories = env.MOLINI_PROOF === 'full' ? 3_000 : 300

test(`over ${histories} histories of processes, calls and windows no window has more calls than the limit`, () =>
  checkLimits(histories))

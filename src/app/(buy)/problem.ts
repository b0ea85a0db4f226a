import type { Shop } from '#components/shop'
import { one, type Query } from './visitor'

const worded = new Set([
  'draw.closed',
  'session.bad-credentials',
  'session.not-found',
  'session.stale',
  'google.cancelled',
  'google.only-way',
  'google.other-account',
  'google.other-address',
  'google.password-first',
  'google.refused',
  'google.unproven',
  'passkey.not-found',
  'passkey.only-way',
  'second-factor.wrong',
  'second-factor.exists',
  'validation.failed',
  'rate.limited',
  'order.not-found',
])

/** What the last sending met, in words, if anything; of a mailed link that is used up or too old, that it is. */
export function problemIn({ t }: Pick<Shop, 't'>, query: Query): string | undefined {
  const problem = one(query.problem)
  if (!problem) return undefined
  if (one(query.fields) === 'token') return t('account.errors.reset-bad-token')
  return t(`account.errors.${worded.has(problem) ? problem.replace('.', '-') : 'other'}`)
}

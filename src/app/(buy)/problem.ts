import type { FieldProps } from '#components/field'
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

/** Of what says on a page of one form why the form was refused. */
export const problemId = 'problem'

/** Words of `form.errors` by the name of a field; what is missing here was left empty. */
const faultWords: ReadonlyMap<string, string> = new Map([
  ['email', 'email'],
  ['password', 'password'],
  ['line2', 'characters'],
  ['phone', 'characters'],
])

/** Names of the fields that the last sending was refused for, in the order in which they were checked. */
export const faultyIn = (query: Query): string[] =>
  one(query.problem) === 'validation.failed' ? one(query.fields).split(',').filter(Boolean) : []

/** What is wrong with each field of the last sending, in words. */
export const fieldErrorsIn = ({ t }: Pick<Shop, 't'>, query: Query): Record<string, string> =>
  Object.fromEntries(
    faultyIn(query).map((name) => [name, t(`form.errors.${faultWords.get(name) ?? 'required'}`)]),
  )

/** For a field of a plain form: what is wrong with it stands beneath it, and the page opens at the first such field. */
export function faultOf(
  shop: Pick<Shop, 't'>,
  query: Query,
  name: string,
): Pick<FieldProps, 'error' | 'autoFocus'> {
  const error = fieldErrorsIn(shop, query)[name]
  return error ? { error, autoFocus: faultyIn(query)[0] === name } : {}
}

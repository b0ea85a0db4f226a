import type { AfterErrorHook } from 'payload'
import { DomainError } from '#domain/errors'
import { sqlStateOf } from '#services/transaction'

interface Answer {
  status: number
  message: string
}

const malformed: Answer = { status: 400, message: 'A value in the request has the wrong form.' }
const conflict: Answer = { status: 409, message: 'This contradicts what is stored already.' }
const later: Answer = { status: 503, message: 'The shop is busy. Please try again in a moment.' }

/** By SQLSTATE: bad input is the caller's, a broken rule is a conflict, an outage is ours and passes. */
export function answerForSqlState(state: string | undefined): Answer | undefined {
  if (!state) return undefined
  if (state.startsWith('22') || state === '42883' || state === '42804' || state === '54001') return malformed
  if (state.startsWith('23')) return conflict
  if (
    state.startsWith('57P') ||
    state.startsWith('08') ||
    ['53300', '57014', '55P03', '40001', '40P01'].includes(state)
  )
    return later
  return undefined
}

/** Postgres messages that say the input was at fault though they carry no state of their own. */
const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof RangeError ||
  (error instanceof TypeError &&
    /Invalid time|not iterable|toISOString|split|replace|map is not/.test(error.message))

/** Turns what Payload would answer with 500 into the 4xx or 503 that it is. */
export const answerError: AfterErrorHook = ({ error }) => {
  if (error instanceof DomainError)
    return { status: error.status, response: { errors: [{ message: error.code }], code: error.code } }
  const answer = answerForSqlState(sqlStateOf(error)) ?? (isMalformed(error) ? malformed : undefined)
  return answer && { status: answer.status, response: { errors: [{ message: answer.message }] } }
}

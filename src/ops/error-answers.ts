import { APIError, AuthenticationError, LockedAuth, type AfterErrorHook, type PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { isUnavailable } from '#services/outage'
import { recordFailedSignIn } from '#services/staff-sign-in'
import { sqlStateOf } from '#services/transaction'
import { noteFault } from './note-fault'
import { leaveOwnPlace } from './own-place'

interface Answer {
  status: number
  message: string
  code?: string
}

const malformed: Answer = { status: 400, message: 'A value in the request has the wrong form.' }
const conflict: Answer = { status: 409, message: 'This contradicts what is stored already.' }
const later: Answer = { status: 503, message: 'The shop is busy. Please try again in a moment.' }

/** By SQLSTATE: bad input is the caller's, a broken rule is a conflict. */
function answerForSqlState(state: string | undefined): Answer | undefined {
  if (!state) return undefined
  if (state.startsWith('22') || ['42883', '42804', '54001'].includes(state)) return malformed
  return state.startsWith('23') ? conflict : undefined
}

/** Postgres messages that say the input was at fault though they carry no state of their own. */
const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof RangeError ||
  error instanceof URIError ||
  (error instanceof TypeError &&
    /Invalid time|not iterable|toISOString|split|replace|map is not|operators\[\w+\] is not/.test(
      error.message,
    ))

/**
 * A filter for which there is no SQL, such as a part of a word in a date that is none: Payload then writes a
 * statement with a hole in it. Asked for by somebody, it is theirs; anywhere else it is a fault of ours.
 */
const isFilterWithoutSql = (error: unknown, req: PayloadRequest | undefined): boolean =>
  sqlStateOf(error) === '42601' && (req?.payloadAPI === 'GraphQL' || req?.query?.where !== undefined)

const isForm = (req: PayloadRequest | undefined): boolean =>
  (req?.headers?.get('content-type') ?? '').startsWith('multipart/')

/** Whoever sends a form goes away amid it: by its code (ECONNRESET) a lost connection like any other. */
const isBrokenOff = (error: unknown, req: PayloadRequest | undefined): boolean =>
  isForm(req) && error instanceof Error && error.message === 'aborted'

/** Payload reads a form before anything else, and calls one that it cannot read its own fault. */
const isBrokenForm = (error: unknown, req: PayloadRequest | undefined): boolean =>
  isForm(req) &&
  ((error instanceof APIError && error.status === 500) ||
    (error instanceof Error && /end of form|malformed|multipart|boundary|content type/i.test(error.message)))

/** A document was to be written and none was sent: Payload looks into it all the same. */
const isWithoutDocument = (error: unknown, req: PayloadRequest | undefined): boolean =>
  error instanceof TypeError &&
  req?.payloadAPI === 'REST' &&
  req.data === undefined &&
  ['POST', 'PATCH'].includes(req.method ?? '')

/** What an error is to the caller, or nothing when Payload's own answer stands. */
export function answerFor(error: unknown, req?: PayloadRequest): Answer | undefined {
  if (error instanceof DomainError) return { status: error.status, message: error.code, code: error.code }
  // A locked account is not to be told from a wrong password.
  if (error instanceof LockedAuth) return { status: 401, message: new AuthenticationError(req?.t).message }
  if (isBrokenOff(error, req)) return malformed
  const bySql = answerForSqlState(sqlStateOf(error))
  if (bySql) return bySql
  if (isUnavailable(error)) return later
  if (isWithoutDocument(error, req)) return { status: 400, message: 'Send a document as JSON.' }
  return isMalformed(error) || isBrokenForm(error, req) || isFilterWithoutSql(error, req)
    ? malformed
    : undefined
}

/** GraphQL wraps what a resolver threw. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && 'originalError' in error && error.originalError ? error.originalError : error

function sayWhenAgain(error: unknown, answer: Answer | undefined, req: PayloadRequest): void {
  const wait =
    error instanceof DomainError ? error.details.retryAfter : answer?.status === 503 ? 5 : undefined
  if (wait === undefined) return
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(wait))
}

/** Neither a refusal nor a mistake of whoever asked. */
const isOurs = (error: unknown, answer: Answer | undefined): boolean =>
  (answer?.status ?? (error instanceof APIError ? error.status : 500)) >= 500

/** The address without ids and what was asked: `/api/orders/:id/ship`. */
const placeOf = ({ pathname }: PayloadRequest): string =>
  (pathname ?? '').replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}|\/[0-9a-f]{24}|\/\d+/gi, '/:id')

/** Turns what Payload would answer with 500 into the 4xx or 503 that it is, over REST and GraphQL. */
export const answerError: AfterErrorHook = async ({ error: raised, graphqlResult, req }) => {
  const error = causeOf(raised)
  if (error instanceof AuthenticationError || error instanceof LockedAuth) {
    // It is answered on a stroke. Others of the same GraphQL call may still be at work.
    if (req.payloadAPI === 'REST') leaveOwnPlace()
    await recordFailedSignIn(req)
  }
  const answer = answerFor(error, req)
  if (isOurs(error, answer)) noteFault(`Admin and REST: ${req.method ?? ''} ${placeOf(req)}`, error)
  if (!answer) return undefined
  const { status, message, code } = answer
  sayWhenAgain(error, answer, req)
  return {
    status,
    response: { errors: [{ message }], ...(code && { code }) },
    graphqlResult: graphqlResult && {
      ...graphqlResult,
      message,
      extensions: { statusCode: status, ...(code && { code }) },
    },
  }
}

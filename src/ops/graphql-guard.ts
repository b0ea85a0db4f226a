import { GraphQLError, parse } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { graphqlFault } from './graphql-limits'
import { guardRequest } from './request-guard'

type Handler = (request: Request) => Promise<Response>

const refuse = (message: string, status = 400): Response =>
  Response.json({ errors: [{ message }] }, { status, headers: { 'Cache-Control': 'no-store' } })

const isJson = ({ headers }: Request): boolean =>
  headers.get('content-type')?.split(';')[0]?.trim() === 'application/json'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with the body of a call, if anything: one query, small enough, with an object of variables. */
function faultOf(text: string): string | undefined {
  const body = parseJson(text)
  if (!isObject(body)) return 'Send one query as JSON: { query, variables, operationName }.'
  if (typeof body.query !== 'string') return '"query" must be a text.'
  if (body.variables !== undefined && body.variables !== null && !isObject(body.variables))
    return '"variables" must be an object.'
  try {
    return graphqlFault(parse(body.query, { maxTokens: 2_000 }))
  } catch (error) {
    if (error instanceof GraphQLError) return error.message
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Refuses a query before its validation begins: a fragment that names itself would overflow the rule that counts
 * how much a query costs, whatever a later rule says.
 */
export const guardGraphql = (
  handler: Handler,
  config: SanitizedConfig | Promise<SanitizedConfig>,
): Handler => {
  const guarded = guardRequest<undefined>(
    async (request) => {
      if (!isJson(request)) return refuse('Send the query as application/json.', 415)
      const fault = faultOf(await request.clone().text())
      return fault ? refuse(fault) : handler(request)
    },
    { config, kind: 'graphql' },
  )
  return (request) => guarded(request, undefined)
}

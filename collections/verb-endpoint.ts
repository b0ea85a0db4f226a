import { STATUS_CODES } from 'node:http'
import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { DomainError } from '#domain/errors'
import type { Permission } from '#domain/permissions'
import { staffCan } from './access'

export interface VerbCall<Body> {
  req: PayloadRequest
  body: Body
  /** The document of the path; empty where the path names none. */
  id: string
  /** The caller's idempotency key. */
  key?: string
}

interface Verb<Body> {
  path: string
  permission: Permission
  body: z.ZodType<Body>
  work: (call: VerbCall<Body>) => Promise<unknown>
}

/** A refusal as `application/problem+json`. Source: RFC 9457. */
export function problem(refusal: DomainError): Response {
  const { code, status, details } = refusal
  const body = {
    type: `urn:molini:problem:${code}`,
    title: STATUS_CODES[status],
    status,
    code,
    detail: code,
    ...details,
  }
  const { retryAfter } = details
  return Response.json(body, {
    status,
    headers: {
      ...{ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
      ...(typeof retryAfter === 'number' && { 'Retry-After': String(retryAfter) }),
    },
  })
}

/** The body of a call, checked. Throws `validation.failed` and `request.malformed`. */
export async function bodyOf<Body>(req: PayloadRequest, schema: z.ZodType<Body>): Promise<Body> {
  const text = (await req.text?.()) ?? ''
  const parsed = schema.safeParse(text === '' ? {} : parseJson(text))
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new DomainError('validation.failed', { errors })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('request.malformed')
  }
}

/** A staff verb on Payload's own REST: permission, checked body, idempotency key; refusals as problem documents. */
export const verbEndpoint = <Body>({ path, permission, body, work }: Verb<Body>): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    try {
      if (!staffCan(req.user, permission)) throw new DomainError('access.denied')
      const key = req.headers.get('idempotency-key') ?? undefined
      const id = typeof req.routeParams?.id === 'string' ? req.routeParams.id : ''
      const answer = await work({ req, body: await bodyOf(req, body), id, ...(key && { key }) })
      return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
    } catch (error) {
      if (error instanceof DomainError) return problem(error)
      throw error
    }
  },
})

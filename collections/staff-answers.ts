import type { Endpoint, PayloadRequest } from 'payload'
import { generateCookie, generatePayloadCookie } from 'payload/shared'
import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { deviceSeconds } from '#services/known-device'
import type { AskingStaff } from '#services/staff-factor'
import { staffDeviceCookie, staffMark } from '#services/staff-sign-in'
import { staffStepCookie, staffStepMinutes } from '#services/staff-steps'
import { problem } from './verb-endpoint'

export const password = z.strictObject({ password: z.string().min(1).max(200) })

const configOf = (req: PayloadRequest) => req.payload.collections.users.config.auth

/** Between the first step of signing in and the second; empty to take it away. */
export function stepCookie(req: PayloadRequest, token: string): string {
  const { secure } = configOf(req).cookies
  const expires = new Date(token ? Date.now() + staffStepMinutes * 60_000 : 0)
  return String(
    generateCookie({
      ...{ name: staffStepCookie, value: token, path: '/', httpOnly: true, sameSite: 'Lax' },
      ...{ expires, secure, returnCookieAsObject: false },
    }),
  )
}

/** For a browser in which somebody has signed in by password. */
export function deviceCookie(req: PayloadRequest, email: unknown): string {
  const { secure } = configOf(req).cookies
  return String(
    generateCookie({
      ...{ name: staffDeviceCookie, value: staffMark(email), path: '/api', httpOnly: true },
      ...{ sameSite: 'Lax', maxAge: deviceSeconds, secure, returnCookieAsObject: false },
    }),
  )
}

/** Payload's own, of a session. */
export const sessionCookie = (req: PayloadRequest, token: string): string =>
  String(
    generatePayloadCookie({
      collectionAuthConfig: configOf(req),
      cookiePrefix: req.payload.config.cookiePrefix,
      token,
    }),
  )

/** JSON that nobody keeps, with its cookies. */
export function answer(
  body: object,
  { status = 200, cookies = [] }: { status?: number; cookies?: string[] } = {},
) {
  const headers = new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(JSON.stringify(body), { status, headers })
}

type Handler = Endpoint['handler']

export const refusing =
  (handler: Handler): Handler =>
  async (req) => {
    try {
      return await handler(req)
    } catch (error) {
      if (error instanceof DomainError) return problem(error)
      throw error
    }
  }

/** Whoever is signed in as staff in a browser; a key of a machine sets up nothing. */
export function asking({ user }: PayloadRequest): AskingStaff {
  const sid = (user as { _sid?: unknown } | null)?._sid
  if (user?.collection !== 'users' || typeof sid !== 'string') throw new DomainError('access.denied')
  return { userId: String(user.id), sid }
}

/** A verb of staff themselves; a refusal becomes a problem document. */
export const post = (path: string, handler: Handler): Endpoint => ({
  ...{ path, method: 'post', handler: refusing(handler) },
})

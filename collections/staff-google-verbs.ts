import type { Endpoint, PayloadRequest } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'
import { DomainError } from '#domain/errors'
import { callerNetwork } from '#services/client-address'
import { carriedFor, openCarried, sealCarried, type Carried } from '#services/google-carried'
import { googleAddress, googlePerson } from '#services/google-client'
import { countCall } from '#services/rate-limit'
import { spendState } from '#services/sign-in-google'
import {
  linkStaffGoogle,
  resetStaffGoogle,
  signInStaffByGoogle,
  unlinkStaffGoogle,
} from '#services/staff-google'
import { answer, asking, password, post, sessionCookie, stepCookie } from './staff-answers'
import { onwardPath } from '#domain/admin-path'
import { bodyOf, verbEndpoint } from './verb-endpoint'
import { withReason } from './verb-fields'

const cookieName = 'molini-staff-google'
const [signInPage, accountPage] = ['/admin/login', '/admin/account']

/** What is carried to Google and back; empty to take it away. Sent to the two addresses of this sign-in alone. */
const googleCookie = (req: PayloadRequest, value: string): string =>
  String(
    generateCookie({
      ...{ name: cookieName, value, path: '/api/users/google', httpOnly: true, sameSite: 'Lax' },
      expires: new Date(value ? Date.now() + carriedFor * 1000 : 0),
      ...{ secure: req.payload.collections.users.config.auth.cookies.secure, returnCookieAsObject: false },
    }),
  )

function seeOther(location: string, cookies: string[]): Response {
  const headers = new Headers({ Location: location, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * Leads on from a page of our own. A redirect would still be the other site's doing, and the browser would say so: the
 * new session would not count.
 */
function leadOn(path: string, cookies: string[]): Response {
  const to = escaped(path)
  const page = `<!doctype html><html lang="en"><title>Molini</title><meta http-equiv="refresh" content="0;url=${to}"><p><a href="${to}">Go on</a></p></html>`
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(page, { headers })
}

const count = (req: PayloadRequest) => countCall(req, 'google', { address: callerNetwork(req) })

const isToTell = (error: unknown): error is DomainError =>
  error instanceof DomainError && /^google\.|^session\.stale$/.test(error.code)

/** A link, not a form: a form may lead to no other site. `for=link` links Google to whoever is signed in. */
const start: Endpoint = {
  path: '/google',
  method: 'get',
  handler: async (req) => {
    await count(req)
    const isLink = req.searchParams.get('for') === 'link'
    if (isLink && req.user?.collection !== 'users')
      return seeOther(`${signInPage}?redirect=${encodeURIComponent(accountPage)}`, [])
    const next = isLink ? accountPage : onwardPath(req.searchParams.get('redirect'))
    try {
      const { address, ...step } = await googleAddress('admin')
      const session = isLink ? { session: asking(req).sid } : {}
      const value = sealCarried({ ...step, ...session, next, door: 'admin' })
      return seeOther(address, [googleCookie(req, value)])
    } catch (error) {
      if (!isToTell(error)) throw error
      return seeOther(`${isLink ? accountPage : signInPage}?problem=${error.code}`, [])
    }
  },
}

async function finish(req: PayloadRequest, carried: Carried | undefined): Promise<Response> {
  if (req.searchParams.get('error') === 'access_denied') throw new DomainError('google.cancelled')
  if (!carried) throw new DomainError('google.refused')
  const returned = new URL(`http://here.invalid/?${req.searchParams.toString()}`)
  const person = await googlePerson(returned, carried)
  await spendState(req, carried.state)
  if (carried.session) {
    await linkStaffGoogle(req, { person, sid: carried.session })
    return leadOn(`${accountPage}?done=google-linked`, [googleCookie(req, '')])
  }
  const { token, step } = await signInStaffByGoogle(req, person)
  const next = onwardPath(carried.next)
  if (token) return leadOn(next, [sessionCookie(req, token), googleCookie(req, '')])
  const onward = `/admin/second-step?redirect=${encodeURIComponent(next)}`
  return leadOn(onward, [stepCookie(req, step ?? ''), googleCookie(req, '')])
}

/** Where Google sends staff back to. What they carried is in a cookie of this address alone, and of use once. */
const callback: Endpoint = {
  path: '/google/callback',
  method: 'get',
  handler: async (req) => {
    await count(req)
    const carried = openCarried(parseCookies(req.headers).get(cookieName), 'admin')
    try {
      return await finish(req, carried)
    } catch (error) {
      if (!isToTell(error)) throw error
      const page = carried?.session ? accountPage : signInPage
      return leadOn(`${page}?problem=${error.code}`, [googleCookie(req, '')])
    }
  },
}

const unlink = post('/google/unlink', async (req) => {
  const { userId } = asking(req)
  await countCall(req, 'second-factor', { address: callerNetwork(req), subject: userId })
  await unlinkStaffGoogle(req, { userId, ...(await bodyOf(req, password)) })
  return answer({ isLinked: false })
})

const reset = verbEndpoint({
  path: '/:id/unlink-google',
  permission: 'users.manage',
  body: withReason,
  work: ({ req, id: userId, body }) => resetStaffGoogle(req, { userId, ...body }),
})

/** How staff who are there already sign in by Google. */
export const staffGoogleVerbs: Endpoint[] = [start, callback, unlink, reset]

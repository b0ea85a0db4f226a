import { defaultMarket, isMarketId, marketPath } from '#domain/markets'
import { DomainError } from '#domain/errors'
import { refusalOf } from '#ops/respond'
import { googlePerson } from '#services/google-client'
import { linkGoogle } from '#services/link-google'
import { signInByGoogle, spendState } from '#services/sign-in-google'
import { cookieNames, readCookies } from '../../../_http/cookies'
import type { Carried } from '#services/google-carried'
import { carriedIn, dropGoogleCookie, googleCookieName } from '../../../_http/google-cookie'
import { deviceIn, route, type Call } from '../../../_http/route'
import { safePath, seeOther } from '../../../_http/see-other'
import { signedIn } from '../../../_http/signed-in'

const securityPath = '/account/security'

const marketIn = (carried: Carried | undefined) =>
  isMarketId(carried?.market) ? carried.market : defaultMarket

interface Finished {
  path: string
  query?: Readonly<Record<string, string>>
  cookies: readonly string[]
}

/** Where somebody goes on to, signed in or linked, and with which cookies. */
async function finish(call: Call, carried: Carried | undefined): Promise<Finished> {
  const { searchParams } = call.url
  if (searchParams.get('error') === 'access_denied') throw new DomainError('google.cancelled')
  if (!carried) throw new DomainError('google.refused')
  const person = await googlePerson(call.url, carried)
  await spendState(call.req, carried.state)
  if (carried.session) {
    await linkGoogle(call.req, { person, session: carried.session })
    return { path: securityPath, query: { done: 'google-linked' }, cookies: [] }
  }
  const { customerId, ...opened } = await signInByGoogle(call.req, {
    ...{ person, market: marketIn(carried), device: deviceIn(call) },
  })
  const own = {
    req: call.req,
    cartToken: () => carried.cart,
    cookie: (name: string) => (name === cookieNames.wishlist ? carried.wishes : undefined),
  }
  const { isOpen, cookies } = await signedIn(own, customerId, opened)
  const next = safePath(carried.next, '/account')
  if (isOpen) return { path: next, cookies }
  return { path: '/account/second-step', query: { next }, cookies }
}

/** Somebody who links Google is signed in already. */
const pathOfRefusal = (carried: Carried | undefined): string =>
  carried?.session ? securityPath : '/account/sign-in'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  /** Where Google sends people back to. What they carried is in a cookie of this address alone, and of use once. */
  GET: async (call) => {
    await call.count('google')
    const carried = carriedIn(readCookies(call.request.headers).get(googleCookieName))
    const [market, next] = [marketIn(carried), safePath(carried?.next, '/account')]
    const to = (path: string) => safePath(marketPath(market, path), '/')
    try {
      const { path, query, cookies } = await finish(call, carried)
      return seeOther(to(path), { ...(query && { query }), cookies: [...cookies, dropGoogleCookie()] })
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal || !/^google\.|^session\.stale$/.test(refusal.code)) throw error
      return seeOther(to(pathOfRefusal(carried)), {
        query: { problem: refusal.code, next },
        cookies: [dropGoogleCookie()],
      })
    }
  },
})

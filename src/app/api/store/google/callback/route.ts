import { defaultMarket, isMarketId, marketPath } from '#domain/markets'
import { DomainError } from '#domain/errors'
import { refusalOf } from '#ops/respond'
import { googlePerson } from '#services/google-client'
import { signInByGoogle, spendState } from '#services/sign-in-google'
import { cookieNames, readCookies } from '../../../_http/cookies'
import { carriedIn, dropGoogleCookie, googleCookieName, type Carried } from '../../../_http/google-cookie'
import { deviceIn, route, type Call } from '../../../_http/route'
import { safePath, seeOther } from '../../../_http/see-other'
import { signedIn } from '../../../_http/signed-in'

const marketIn = (carried: Carried | undefined) =>
  isMarketId(carried?.market) ? carried.market : defaultMarket

async function finish(call: Call, carried: Carried | undefined) {
  const { searchParams } = call.url
  if (searchParams.get('error') === 'access_denied') throw new DomainError('google.cancelled')
  if (!carried) throw new DomainError('google.refused')
  const person = await googlePerson(call.url, carried)
  await spendState(call.req, carried.state)
  const { customerId, ...opened } = await signInByGoogle(call.req, {
    ...{ person, market: marketIn(carried), device: deviceIn(call) },
  })
  const own = {
    req: call.req,
    cartToken: () => carried.cart,
    cookie: (name: string) => (name === cookieNames.wishlist ? carried.wishes : undefined),
  }
  return signedIn(own, customerId, opened)
}

export const { GET, POST, PUT, PATCH, DELETE } = route({
  /** Where Google sends people back to. What they carried is in a cookie of this address alone, and of use once. */
  GET: async (call) => {
    await call.count('google')
    const carried = carriedIn(readCookies(call.request.headers).get(googleCookieName))
    const [market, next] = [marketIn(carried), safePath(carried?.next, '/account')]
    const to = (path: string) => safePath(marketPath(market, path), '/')
    try {
      const { isOpen, cookies } = await finish(call, carried)
      const kept = [...cookies, dropGoogleCookie()]
      if (isOpen) return seeOther(to(next), { cookies: kept })
      return seeOther(to('/account/second-step'), { query: { next }, cookies: kept })
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal?.code.startsWith('google.')) throw error
      return seeOther(to('/account/sign-in'), {
        query: { problem: refusal.code, next },
        cookies: [dropGoogleCookie()],
      })
    }
  },
})

import { googleAddress } from '#services/google-client'
import { refusalOf } from '#ops/respond'
import { defaultMarket, isMarketId, marketPath } from '#domain/markets'
import { cookieNames } from '../../_http/cookies'
import { googleCookie } from '../../_http/google-cookie'
import { route, sessionIn } from '../../_http/route'
import { safePath, seeOther } from '../../_http/see-other'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  /** A link, not a form: a form may lead to no other site. `for=link` links Google to the account that is signed in. */
  GET: async (call) => {
    await call.count('google')
    const [asked, wanted] = [call.url.searchParams.get('market'), call.url.searchParams.get('next')]
    const market = isMarketId(asked) ? asked : defaultMarket
    const isLink = call.url.searchParams.get('for') === 'link'
    const next = isLink ? '/account/security' : safePath(wanted, '/account')
    const session = isLink ? sessionIn(call) : undefined
    const signInPath = marketPath(market, '/account/sign-in')
    if (isLink && !session) return seeOther(signInPath, { query: { next } })
    try {
      const { address, ...step } = await googleAddress()
      const [cart, wishes] = [call.cartToken(), call.cookie(cookieNames.wishlist)]
      const own = { ...(cart && { cart }), ...(wishes && { wishes }), ...(session && { session }) }
      const cookie = googleCookie({ ...step, next, market, ...own })
      return new Response(null, { status: 303, headers: { Location: address, 'Set-Cookie': cookie } })
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal?.code !== 'google.refused') throw error
      return seeOther(isLink ? marketPath(market, next) : signInPath, {
        query: { problem: refusal.code, next },
      })
    }
  },
})

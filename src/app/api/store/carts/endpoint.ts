import { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId } from '#domain/markets'
import { createCart } from '#services/cart'
import { readJson } from '../../_http/body'
import { cartCookie } from '../../_http/cookies'
import { answer, route } from '../../_http/route'
import { newCart } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    POST: async ({ request, req, count, customer }) => {
      await count('cart')
      const { market = defaultMarket } = await readJson(request, newCart)
      if (!isMarketId(market)) throw new DomainError('market.not-found')
      const { cart, token } = await createCart(req, { market, customerId: (await customer())?.id })
      return answer({ cart, token }, { status: 201, cookies: [cartCookie(token)] })
    },
  },
  { direct: true },
)

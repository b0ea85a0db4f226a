import { defaultMarket, isMarketId } from '#domain/markets'
import { registerCustomer, tidyEmail } from '#services/customer-register'
import { readJson } from '../../_http/body'
import { answer, route } from '../../_http/route'
import { registration } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, count }) => {
    const given = await readJson(request, registration)
    await count('register', tidyEmail(given.email))
    const market = isMarketId(given.market) ? given.market : defaultMarket
    await registerCustomer(req, { ...given, market })
    return answer({ next: 'sign-in' }, { status: 201 })
  },
})

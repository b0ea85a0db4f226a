import { z } from 'zod'
import { shippingChoices } from '#services/shipping-options'
import { check } from '../../../../_http/body'
import { requireCart, route } from '../../../../_http/route'
import { text } from '../../../schemas'

const destination = z.object({
  country: z.string('A country is required.').regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.'),
  postalCode: text(20).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    GET: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      const given = check(destination, Object.fromEntries(call.url.searchParams))
      return shippingChoices(call.req, token, given)
    },
  },
  { direct: true },
)

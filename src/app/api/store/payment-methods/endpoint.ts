import { paymentMethods } from '#services/payment-methods'
import { route } from '../../_http/route'
import { marketOf } from '../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    GET: async ({ req, url }) => ({ methods: await paymentMethods(req, marketOf(url.searchParams)) }),
  },
  { direct: true },
)

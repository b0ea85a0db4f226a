import { z } from 'zod'
import { DomainError } from '#domain/errors'
import type { CheckoutInput } from '#domain/views'
import { placeOrder } from '#services/place-order'
import { readJson } from '../../_http/body'
import { chosenSystem } from '../../_http/chosen-system'
import { orderCookie } from '../../_http/cookies'
import { answer, requireCart, route } from '../../_http/route'

/** The service checks every field itself, since forms and staff come to it on other ways. */
const anyObject = z.looseObject({})

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    POST: async (call) => {
      const key = call.request.headers.get('idempotency-key')
      if (!key) throw new DomainError('idempotency.missing')
      const token = requireCart(call)
      await call.count('checkout', token)
      const input = (await readJson(call.request, anyObject)) as unknown as CheckoutInput
      const customer = await call.customer()
      const placed = await placeOrder(call.req, {
        ...{ token, key, input, customerId: customer?.id },
        sizeSystem: chosenSystem(call, customer),
      })
      const cookies = [orderCookie(placed.order.number, placed.accessToken)]
      return answer(placed, { status: 201, cookies })
    },
  },
  { direct: true },
)

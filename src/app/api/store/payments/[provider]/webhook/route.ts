import { providerOf } from '#services/payments/providers'
import { recordPaymentEvent } from '#services/record-payment-event'
import { readText } from '../../../../_http/body'
import { route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, params: { provider = '' } }) => {
    const known = providerOf(provider)
    const event = known.verifyEvent(await readText(request), request.headers)
    if (event) await recordPaymentEvent(req, known.id, event)
    return { received: true }
  },
})

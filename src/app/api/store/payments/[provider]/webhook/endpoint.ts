import { DomainError } from '#domain/errors'
import { providerOf } from '#services/payments/providers'
import { readPaymentSettings } from '#services/payment-methods'
import { recordPaymentEvent } from '#services/record-payment-event'
import { readText } from '../../../../_http/body'
import { route } from '../../../../_http/route'

/** Bytes: a provider tells more than a shopper does. */
const largest = 262_144

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, params: { provider = '' } }) => {
    const known = providerOf(provider)
    const body = await readText(request, largest)
    if (!known.isOn(await readPaymentSettings(req))) throw new DomainError('provider.not-found', { provider })
    const notice = known.verifyEvent(body, request.headers)
    if (notice) await recordPaymentEvent(req, known.id, notice)
    return { received: true }
  },
})

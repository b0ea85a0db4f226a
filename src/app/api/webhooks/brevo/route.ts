import { env } from '#env'
import { DomainError } from '#domain/errors'
import { brevoEvents, noticesOf } from '#services/brevo-notices'
import { recordMailNotices } from '#services/mail-notices'
import { bearsSecret, refuseBearer } from '../../_http/bearer'
import { readJson } from '../../_http/body'
import { route } from '../../_http/route'

/** Bytes: a batch of a thousand events. */
const largest = 1_048_576

/** What Brevo says became of the shop's mails. Its webhook is set to a bearer token, `BREVO_WEBHOOK_SECRET`. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req }) => {
    if (!env.BREVO_WEBHOOK_SECRET) throw new DomainError('resource.not-found')
    if (!bearsSecret(request, env.BREVO_WEBHOOK_SECRET)) return refuseBearer('webhook.secret')
    const told = await readJson(request, brevoEvents, largest)
    return { received: await recordMailNotices(req, noticesOf(told)) }
  },
})

import type { Endpoint } from 'payload'
import { z } from 'zod'
import { isEmail } from '#domain/address'
import { mostCredit } from '#domain/credit'
import { currencies, locales } from '#domain/markets'
import { issueCard, sendCard, voidCard } from '#services/gift-card'
import { grantCredit } from '#services/store-credit'
import { verbEndpoint } from './verb-endpoint'
import { reason, words } from './verb-fields'

const recipient = z.string().trim().max(254).refine(isEmail, 'An e-mail address is required.')
const amount = z.int().min(1).max(mostCredit)

const issue = verbEndpoint({
  path: '/issue',
  permission: 'credits.manage',
  body: z.strictObject({
    amount,
    currency: z.enum(currencies),
    locale: z.enum(locales).default('en'),
    recipient: recipient.optional(),
    message: words(500).optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    reason: words(500).optional(),
  }),
  work: ({ req, key, body }) => issueCard(req, { key, ...body }),
})

const end = verbEndpoint({
  path: '/:id/void',
  permission: 'credits.manage',
  body: z.strictObject({ reason: reason(500) }),
  work: ({ req, id: creditId, key, body }) => voidCard(req, { creditId, key, ...body }),
})

const send = verbEndpoint({
  path: '/:id/send',
  permission: 'credits.manage',
  body: z.strictObject({ recipient: recipient.optional() }),
  work: ({ req, id: creditId, key, body }) => sendCard(req, { creditId, key, ...body }),
})

const grant = verbEndpoint({
  path: '/grant',
  permission: 'credits.manage',
  body: z.strictObject({
    customerId: z.uuid(),
    amount,
    currency: z.enum(currencies),
    /** Takes it instead of giving it. */
    take: z.boolean().default(false),
    reason: reason(500),
  }),
  work: ({ req, key, body: { take, ...body } }) => grantCredit(req, { ...body, isTaken: take, key }),
})

/** What staff do with gift cards and store credit on Payload's own REST. */
export const creditVerbs: Endpoint[] = [issue, grant, end, send]

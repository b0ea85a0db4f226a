import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { MarketId } from '#domain/markets'
import { run, type Statement } from './statement'

export const consentChoices = ['given', 'refused'] as const
export type ConsentChoice = (typeof consentChoices)[number]

const receipt: Statement = {
  name: 'consent-receipt',
  text: `INSERT INTO consents (choice, edition, market) SELECT $1, coalesce(privacy_edition, 1), $2 FROM shop_settings
    WHERE privacy_analytics RETURNING id, edition::float8 AS edition`,
}

export interface ConsentReceipt {
  id: string
  /** Of the words that the choice was made about. */
  edition: number
}

/**
 * Keeps that a choice was made, and nothing of who made it. Throws `resource.not-found` while the shop asks for no
 * consent, `validation.failed` for a choice that is none.
 */
export async function recordConsent(
  req: PayloadRequest,
  { choice, market }: { choice: string; market: MarketId },
): Promise<ConsentReceipt> {
  if (!consentChoices.some((one) => one === choice))
    throw new DomainError('validation.failed', { errors: [{ path: 'choice', message: 'given or refused.' }] })
  const [row] = await run<ConsentReceipt>(req, receipt, [choice, market])
  if (!row) throw new DomainError('resource.not-found')
  return row
}

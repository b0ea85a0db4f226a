import type { PayloadRequest } from 'payload'
import { lockedAccount, tellAccount } from './account-notice'
import { recordAudit } from './audit'
import { dropFactor } from './second-factor'
import { inTransaction } from './transaction'

/**
 * Staff take the second factor of a shopper away who has lost phone and codes; the shopper is told by mail. Repeating it
 * changes nothing. Throws `customer.not-found`.
 */
export const dropSecondFactor = (
  req: PayloadRequest,
  { customerId, reason }: { customerId: string; reason: string },
): Promise<{ id: string; dropped: boolean }> =>
  inTransaction(req, async (tx) => {
    const account = await lockedAccount(tx, customerId)
    const dropped = await dropFactor(tx, { customerId: account.id })
    if (!dropped) return { id: account.id, dropped }
    await tellAccount(tx, account, 'second-factor-off')
    const entry = { action: 'second-factor.off', entity: 'customers', entityId: account.id, reason }
    await recordAudit(req, entry)
    return { id: account.id, dropped }
  })

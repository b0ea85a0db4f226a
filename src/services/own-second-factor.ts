import type { PayloadRequest } from 'payload'
import { lockedAccount, tellAccount } from './account-notice'
import { auditByCustomer } from './audit-by-customer'
import { confirmedAccount, type Asking } from './change-email'
import { beginFactor, confirmFactor, dropFactor, useFactor } from './second-factor'
import { inTransaction } from './transaction'

/** A shopper begins a second factor. Throws as `confirmedAccount` does, and `second-factor.exists`. */
export async function beginOwnFactor(req: PayloadRequest, asking: Asking): Promise<void> {
  await confirmedAccount(req, asking)
  await beginFactor(req, { customerId: asking.customerId })
}

/** A shopper switches the begun factor on by its first code, and is told by mail. Throws `second-factor.wrong`. */
export const confirmOwnFactor = (req: PayloadRequest, customerId: string, code: string): Promise<void> =>
  inTransaction(req, async (tx) => {
    await confirmFactor(tx, { customerId }, code)
    await tellAccount(tx, await lockedAccount(tx, customerId), 'second-factor-on')
    await auditByCustomer(req, customerId, { action: 'second-factor.on' })
  })

/** A shopper takes the factor away by a code of it, or one for a lost device. Throws `second-factor.wrong`. */
export const dropOwnFactor = (req: PayloadRequest, customerId: string, code: string): Promise<void> =>
  inTransaction(req, async (tx) => {
    await useFactor(tx, { customerId }, code)
    await dropFactor(tx, { customerId })
    await tellAccount(tx, await lockedAccount(tx, customerId), 'second-factor-off')
    await auditByCustomer(req, customerId, { action: 'second-factor.off' })
  })

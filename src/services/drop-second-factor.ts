import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { recordAudit } from './audit'
import { queueMail } from './queue-mail'
import { dropFactor } from './second-factor'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const find: Statement = {
  name: 'factor-customer',
  text: `SELECT id, email, market::text AS market, first_name AS name FROM customers WHERE id = ${idOf('$1')} FOR UPDATE`,
}

interface Account {
  id: string
  email: string
  market: MarketId
  name: string | null
}

/** Tells a shopper that the second step is gone, whoever took it away. */
export const tellFactorGone = (tx: Transaction, { id, email, market, name }: Account): Promise<void> =>
  queueMail(tx, {
    ...{ template: 'second-factor-off', entity: `factor:${id}:${Date.now()}`, recipient: email },
    locale: markets[market].locale,
    data: { market, path: '/account/security', ...(name && { name }) },
  })

/** The account, locked. Throws `customer.not-found`. */
export async function lockedAccount(tx: Transaction, customerId: string): Promise<Account> {
  const [account] = await run<Account>(tx, find, [customerId])
  if (!account) throw new DomainError('customer.not-found')
  return account
}

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
    await tellFactorGone(tx, account)
    const entry = { action: 'second-factor.off', entity: 'customers', entityId: account.id, reason }
    await recordAudit(req, entry)
    return { id: account.id, dropped }
  })

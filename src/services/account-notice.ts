import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { queueMail } from './queue-mail'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

const find: Statement = {
  name: 'account-lock',
  text: `SELECT id, email, market::text AS market, first_name AS name FROM customers WHERE id = ${idOf('$1')} FOR UPDATE`,
}

export interface LockedAccount {
  id: string
  email: string
  market: MarketId
  name: string | null
}

/** The account, locked. Throws `customer.not-found`. */
export async function lockedAccount(tx: Transaction, customerId: string): Promise<LockedAccount> {
  const [account] = await run<LockedAccount>(tx, find, [customerId])
  if (!account) throw new DomainError('customer.not-found')
  return account
}

/** Tells a shopper by mail what has changed in how their account opens, whoever did it. */
export const tellAccount = (
  tx: Transaction,
  { id, email, market, name }: LockedAccount,
  template:
    | 'google-linked'
    | 'google-unlinked'
    | 'passkey-added'
    | 'passkey-removed'
    | 'second-factor-off'
    | 'second-factor-on',
): Promise<void> =>
  queueMail(tx, {
    ...{ template, entity: `account:${id}:${Date.now()}`, recipient: email },
    locale: markets[market].locale,
    data: { market, path: '/account/security', ...(name && { name }) },
  })

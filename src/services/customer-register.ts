import type { PayloadRequest } from 'payload'
import { markets, type MarketId } from '#domain/markets'
import { checkPassword, hashPassword } from './customer-password'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

const insert: Statement = {
  name: 'customer-insert',
  text: `INSERT INTO customers (email, hash, salt, first_name, last_name, market) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (email) DO NOTHING RETURNING id`,
}

export interface Registration {
  email: string
  password: string
  firstName?: string
  lastName?: string
  market: MarketId
}

/** One mail a day about an attempt to register an address that has an account. */
const reminderEveryMs = 24 * 3_600_000

/** How an address is kept and looked up: one person, one account, however they write it. */
export const tidyEmail = (email: string): string => email.trim().toLowerCase()

/**
 * Makes an account, or tells its owner by mail that there is one. Neither the answer nor its time says which: the
 * password is hashed either way. Throws `validation.failed` for a weak password.
 */
export async function registerCustomer(req: PayloadRequest, given: Registration): Promise<void> {
  const email = tidyEmail(given.email)
  await checkPassword(given.password, email)
  const { hash, salt } = await hashPassword(given.password)
  const { firstName, lastName, market } = given
  await inTransaction(req, async (tx) => {
    const values = [email, hash, salt, firstName ?? null, lastName ?? null, market]
    const [made] = await run<{ id: string }>(tx, insert, values)
    const day = Math.floor(Date.now() / reminderEveryMs)
    await queueMail(tx, {
      template: made ? 'welcome' : 'account-exists',
      entity: made ? `customer:${made.id}` : `account:${day}`,
      recipient: email,
      locale: markets[market].locale,
      data: {
        market,
        path: made ? '/account' : '/account/sign-in',
        ...(made && firstName ? { name: firstName } : {}),
      },
    })
  })
}

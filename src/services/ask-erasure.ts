import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { makeKey, takeKey } from './account-keys'
import { auditByCustomer } from './audit-by-customer'
import { sealCode } from './card-code'
import { isPassword } from './customer-password'
import { eraseCustomer, type Erased } from './erase-customer'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** Minutes the mailed link is good for. */
const goodFor = 60

const find: Statement = {
  name: 'erasure-account',
  text: `SELECT email, hash, salt, market::text AS market, first_name AS name FROM customers WHERE id = $1`,
}
const hasAddress: Statement = {
  name: 'erasure-address',
  text: 'SELECT 1 FROM customers WHERE id = $1 AND email = $2',
}

interface Account {
  email: string
  hash: string | null
  salt: string | null
  market: MarketId
  name: string | null
}

/**
 * The first step of closing an account: the password again, where it has one, and then a link by mail, which shows that
 * the address is theirs. Throws `session.bad-credentials`.
 */
export async function askForErasure(
  req: PayloadRequest,
  { customerId, password = '' }: { customerId: string; password?: string },
): Promise<void> {
  const [account] = await run<Account>(req, find, [customerId])
  if (!account) throw new DomainError('customer.not-found')
  const { email, hash, salt, market, name } = account
  if (hash && salt && !(await isPassword(password, { hash, salt })))
    throw new DomainError('session.bad-credentials')
  await inTransaction(req, async (tx) => {
    const { token, mark } = await makeKey(tx, {
      ...{ kind: 'erasure', customerId, minutes: goodFor, detail: email },
    })
    await queueMail(tx, {
      ...{ template: 'erasure-confirm', entity: `erasure:${mark}`, recipient: email },
      locale: markets[market].locale,
      data: { market, path: '/account/erase', code: sealCode(token), ...(name && { name }) },
    })
    await auditByCustomer(req, customerId, { action: 'customer.erase-asked' })
  })
}

const usedUp = () =>
  new DomainError('validation.failed', {
    errors: [{ path: 'token', message: 'This link is used up or too old. Ask for a new one.' }],
  })

/**
 * The second step: closes the account of a mailed token, while it has the address that the link went to. The token is
 * used up by it, and stays good while something is still open. Throws `validation.failed` for a link that is unknown,
 * used or old, and as `eraseCustomer` does.
 */
export const confirmErasure = (req: PayloadRequest, token: string): Promise<Erased> =>
  inTransaction(req, async (tx) => {
    const key = await takeKey(tx, 'erasure', token)
    if (!key) throw usedUp()
    const { customerId, detail } = key
    if ((await run(tx, hasAddress, [customerId, detail])).length === 0) throw usedUp()
    return eraseCustomer(req, { customerId })
  })

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { isPassword } from './customer-password'
import { eraseCustomer, type Erased } from './erase-customer'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** Seconds the mailed link is good for. */
const goodFor = 3600

const find: Statement = {
  name: 'erasure-account',
  text: `SELECT email, hash, salt, market::text AS market, first_name AS name FROM customers WHERE id = $1`,
}

interface Account {
  email: string
  hash: string | null
  salt: string | null
  market: MarketId
  name: string | null
}

const macOf = (customerId: string, until: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:erasure`).update(`${customerId}:${until}`).digest('base64url')

/** `<customer>.<seconds since 1970>.<mac>`: nothing to store, and of no use once the account is gone. */
const tokenFor = (customerId: string, until: string): string =>
  [customerId, until, macOf(customerId, until)].join('.')

/** Whose account a token closes. Throws `validation.failed` for one that is not ours or too old. */
function customerOfToken(token: string): string {
  const [customerId = '', until = '', mac = ''] = token.split('.')
  const [right, given] = [Buffer.from(macOf(customerId, until)), Buffer.from(mac)]
  const isOurs = right.length === given.length && timingSafeEqual(right, given)
  if (!isOurs || Number(until) < Date.now() / 1000)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'token', message: 'This link is too old. Ask for a new one.' }],
    })
  return customerId
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
  const until = String(Math.floor(Date.now() / 1000) + goodFor)
  await inTransaction(req, (tx) =>
    queueMail(tx, {
      ...{ template: 'erasure-confirm', entity: `erasure:${customerId}:${until}`, recipient: email },
      locale: markets[market].locale,
      data: { market, path: `/account/erase?token=${tokenFor(customerId, until)}`, ...(name && { name }) },
    }),
  )
}

/** The second step: closes the account of a mailed token. Throws `validation.failed`, and as `eraseCustomer` does. */
export const confirmErasure = async (req: PayloadRequest, token: string): Promise<Erased> =>
  eraseCustomer(req, { customerId: customerOfToken(token) })

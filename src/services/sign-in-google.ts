import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { isErasedEmail } from '#domain/erasure'
import { DomainError } from '#domain/errors'
import type { MarketId } from '#domain/markets'
import { auditByCustomer } from './audit-by-customer'
import { tidyEmail } from './customer-register'
import type { GooglePerson } from './google-client'
import { writeLink } from './link-google'
import { openAccount, type Opened } from './open-account'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const bySub: Statement = {
  name: 'google-by-sub',
  text: 'SELECT id FROM customers WHERE google_sub = $1 FOR UPDATE',
}
const byEmail: Statement = {
  name: 'google-by-email',
  text: `SELECT id, google_sub AS sub, verified_at IS NOT NULL AS "isProven", hash IS NOT NULL AS "hasPassword"
    FROM customers WHERE email = $1 FOR UPDATE`,
}
const make: Statement = {
  name: 'google-make',
  text: `INSERT INTO customers (email, google_sub, first_name, last_name, market, verified_at) VALUES ($1, $2, $3, $4, $5, CASE WHEN $6::boolean THEN now() END)
    ON CONFLICT DO NOTHING RETURNING id`,
}
const once: Statement = {
  name: 'google-once',
  text: `WITH old AS (DELETE FROM google_states WHERE at < now() - interval '1 day')
    INSERT INTO google_states (hash) VALUES ($1) ON CONFLICT DO NOTHING RETURNING hash`,
}

/** Uses a state up; a copy of what a browser carried is of no use. Throws `google.refused`. */
export async function spendState(req: PayloadRequest, state: string): Promise<void> {
  const hash = createHash('sha256').update(state).digest('hex')
  const [used] = await run(req, once, [hash])
  if (!used) throw new DomainError('google.refused')
}

interface Known {
  id: string
  sub: string | null
  isProven: boolean
  hasPassword: boolean
}

/**
 * Which account a person of Google has. Found by Google's own id first. By address only if Google gives that address out,
 * since somebody else may have it by now, and if the account here is proven or has no password, since whoever made it may
 * be a stranger who waits for its owner. All others sign in another way and link it then (`linkGoogle`).
 */
async function accountOf(
  req: PayloadRequest,
  tx: Transaction,
  { person, market }: { person: GooglePerson; market: MarketId },
): Promise<string> {
  const [known] = await run<{ id: string }>(tx, bySub, [person.sub])
  if (known) return known.id
  if (!person.isEmailProven) throw new DomainError('google.unproven')
  const email = tidyEmail(person.email)
  if (isErasedEmail(email)) throw new DomainError('google.refused')
  const names = [person.firstName ?? null, person.lastName ?? null]
  const [made] = await run<{ id: string }>(tx, make, [email, person.sub, ...names, market, person.isGoogles])
  if (made) {
    await auditByCustomer(req, made.id, { action: 'google.create' })
    return made.id
  }
  const [held] = await run<Known>(tx, byEmail, [email])
  // Made a moment ago, by the same person in another window.
  if (held?.sub === person.sub) return held.id
  if (!held || held.sub !== null) throw new DomainError('google.other-account')
  if (!person.isGoogles || (!held.isProven && held.hasPassword))
    throw new DomainError('google.password-first')
  await writeLink(req, tx, { customerId: held.id, person })
  return held.id
}

/**
 * Signs in a person whom Google knows, into the account that is theirs or a new one. Throws `google.unproven`,
 * `google.other-account` when the address belongs to another Google account, and `google.password-first`.
 * Source: RELIABILITY 1.3.
 */
export const signInByGoogle = (
  req: PayloadRequest,
  { person, market, device }: { person: GooglePerson; market: MarketId; device?: string },
): Promise<{ customerId: string } & Opened> =>
  inTransaction(req, async (tx) => {
    const customerId = await accountOf(req, tx, { person, market })
    return { customerId, ...(await openAccount(tx, customerId, device)) }
  })

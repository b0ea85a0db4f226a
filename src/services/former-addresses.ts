import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** The addresses of an account with the moments until which they were theirs, as two lists for `under`. */
export type Addresses = readonly [emails: readonly string[], until: readonly string[]]

/** Those that were once shown to be theirs, and that no other account has now. */
const former: Statement = {
  name: 'former-addresses',
  text: `SELECT f.email, f.until::text AS until FROM account_former_emails f WHERE f.customer_id = $1
    AND NOT EXISTS (SELECT 1 FROM customers other WHERE other.email = f.email AND other.id <> f.customer_id)`,
}

export async function addressesOf(
  tx: Transaction,
  { customerId, email }: { customerId: string; email: string },
): Promise<Addresses> {
  const rows = (await run<{ email: string; until: string }>(tx, former, [customerId])).filter(
    (row) => row.email !== email,
  )
  return [
    [email, ...rows.map((row) => row.email)],
    ['infinity', ...rows.map((row) => row.until)],
  ]
}

/**
 * SQL: whether a row under the address in `email`, of the time in `at`, is from when that address was theirs; later ones are of whoever
 * has it now. `Addresses` are the parameters from `first` on. Rows tell their time in milliseconds.
 */
export const under = (email: string, at: string, first = 2): string =>
  `(lower(${email}) = ANY ($${first}::text[])
    AND ${at} < ($${first + 1}::timestamptz[])[array_position($${first}::text[], lower(${email}))] + interval '1 millisecond')`

/** As `under`, for orders: the same address is the same mailbox, and orders have an index of those, which finds them among millions. */
export const underOrders = (orders: string): string =>
  `(molini_email_key(${orders}.email) = ANY (ARRAY(SELECT molini_email_key(mine) FROM unnest($2::text[]) mine))
    AND ${under(`${orders}.email`, `${orders}.placed_at`)})`

import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { MarketId } from '#domain/markets'
import type { SizeSystem } from '#domain/views'
import { run, type Statement } from './statement'

/** A shopper as they may see themselves. */
export interface CustomerView {
  id: string
  email: string
  firstName?: string
  lastName?: string
  market: MarketId
  mySize?: string
  /** What they have chosen to read sizes in. */
  sizeSystem?: SizeSystem
}

interface Row {
  id: string
  email: string
  firstName: string | null
  lastName: string | null
  market: MarketId
  mySize: string | null
  sizeSystem: SizeSystem | null
}

export const customerColumns =
  'c.id, c.email, c.first_name AS "firstName", c.last_name AS "lastName", c.market::text AS market, c.my_size AS "mySize", c.size_system AS "sizeSystem"'

export const toCustomer = ({
  id,
  email,
  market,
  firstName,
  lastName,
  mySize,
  sizeSystem,
}: Row): CustomerView => ({
  id,
  email,
  ...(firstName ? { firstName } : {}),
  ...(lastName ? { lastName } : {}),
  market,
  ...(mySize ? { mySize } : {}),
  ...(sizeSystem ? { sizeSystem } : {}),
})

const update: Statement = {
  name: 'customer-update',
  text: `UPDATE customers c SET first_name = coalesce($2, first_name), last_name = coalesce($3, last_name),
      my_size = CASE WHEN $4::text IS NULL THEN my_size ELSE nullif($4::text, '') END,
      size_system = coalesce($5, size_system), updated_at = now()
    WHERE c.id = $1 RETURNING ${customerColumns}`,
}

export interface CustomerChange {
  firstName?: string
  lastName?: string
  /** EU label as in the size facet; an empty one forgets it. */
  mySize?: string
  sizeSystem?: SizeSystem
}

/** Changes what a customer says of themselves. Throws `customer.not-found`. */
export async function updateCustomer(
  req: PayloadRequest,
  customerId: string,
  { firstName, lastName, mySize, sizeSystem }: CustomerChange,
): Promise<CustomerView> {
  const values = [customerId, firstName ?? null, lastName ?? null, mySize ?? null, sizeSystem ?? null]
  const [row] = await run<Row>(req, update, values)
  if (!row) throw new DomainError('customer.not-found')
  return toCustomer(row)
}

const chosen: Statement = {
  name: 'customer-size-system',
  text: 'SELECT size_system AS "sizeSystem" FROM customers WHERE id = $1',
}

/** What a customer has chosen to read sizes in; undefined where nothing was, or there is no such customer. */
export async function sizeSystemOf(req: PayloadRequest, customerId: string): Promise<SizeSystem | undefined> {
  const [row] = await run<Pick<Row, 'sizeSystem'>>(req, chosen, [customerId])
  return row?.sizeSystem ?? undefined
}

export type CustomerRow = Row

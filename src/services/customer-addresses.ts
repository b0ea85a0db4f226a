import type { PayloadRequest } from 'payload'
import { addressErrors, tidyAddress } from '#domain/address'
import { DomainError } from '#domain/errors'
import type { AddressView } from '#domain/views'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface SavedAddress extends AddressView {
  id: string
  isDefault: boolean
}

type Row = { [Key in keyof SavedAddress]: SavedAddress[Key] | null } & { id: string; isDefault: boolean }

/** An address book, not a register: more than this is a mistake or an attack. */
const atMost = 50

const columns = `id, first_name AS "firstName", last_name AS "lastName", line1, line2, postal_code AS "postalCode", city,
  region, country, phone, coalesce(is_default, false) AS "isDefault"`

const lockOwner: Statement = {
  name: 'address-owner',
  text: 'SELECT id FROM customers WHERE id = $1 FOR UPDATE',
}
const list: Statement = {
  name: 'address-list',
  text: `SELECT ${columns} FROM addresses WHERE customer_id = $1 ORDER BY is_default DESC NULLS LAST, created_at, id`,
}
const insert: Statement = {
  name: 'address-insert',
  text: `INSERT INTO addresses (customer_id, first_name, last_name, line1, line2, postal_code, city, region, country, phone)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${columns}`,
}
const update: Statement = {
  name: 'address-update',
  text: `UPDATE addresses SET first_name = $3, last_name = $4, line1 = $5, line2 = $6, postal_code = $7, city = $8,
    region = $9, country = $10, phone = $11, updated_at = now() WHERE customer_id = $1 AND id = $2 RETURNING ${columns}`,
}
const remove: Statement = {
  name: 'address-remove',
  text: 'DELETE FROM addresses WHERE customer_id = $1 AND id = $2 RETURNING id, coalesce(is_default, false) AS "isDefault"',
}
const choose: Statement = {
  name: 'address-choose',
  text: `UPDATE addresses SET is_default = (id = $2), updated_at = now()
    WHERE customer_id = $1 AND is_default IS DISTINCT FROM (id = $2)`,
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function toAddress(row: Row): SavedAddress {
  const kept = Object.entries(row).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(kept) as unknown as SavedAddress
}

function checked(address: AddressView): (string | null)[] {
  const errors = addressErrors(address, '').map(({ path, message }) => ({
    path: path.replace(/^\./, ''),
    message,
  }))
  if (errors.length > 0) throw new DomainError('validation.failed', { errors })
  const { firstName, lastName, line1, line2, postalCode, city, region, country, phone } = tidyAddress(address)
  return [firstName, lastName, line1, line2, postalCode, city, region, country, phone].map(
    (part) => part ?? null,
  )
}

/** The customer's addresses, the default one first. */
export async function listAddresses(req: PayloadRequest, customerId: string): Promise<SavedAddress[]> {
  return (await run<Row>(req, list, [customerId])).map(toAddress)
}

/** Changes of one address book wait for each other, so that exactly one address is the default. */
const change = <T>(
  req: PayloadRequest,
  customerId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  inTransaction(req, async (tx) => {
    await run(tx, lockOwner, [customerId])
    return work(tx)
  })

/** Adds an address; the first one is the default. Throws `validation.failed`, and `conflict` when the book is full. */
export function addAddress(
  req: PayloadRequest,
  customerId: string,
  address: AddressView & { isDefault?: boolean },
): Promise<SavedAddress> {
  const values = checked(address)
  return change(req, customerId, async (tx) => {
    const known = await run<Row>(tx, list, [customerId])
    if (known.length >= atMost) throw new DomainError('conflict', { reason: 'address-book-full' })
    const [row] = await run<Row>(tx, insert, [customerId, ...values])
    if (!row) throw new Error('An address was not written')
    const isDefault = known.length === 0 || address.isDefault === true
    if (isDefault) await run(tx, choose, [customerId, row.id])
    return toAddress({ ...row, isDefault })
  })
}

/** Replaces an address. Throws `address.not-found` when it is not the customer's, and `validation.failed`. */
export function updateAddress(
  req: PayloadRequest,
  customerId: string,
  { id, ...address }: AddressView & { id: string; isDefault?: boolean },
): Promise<SavedAddress> {
  const values = checked(address)
  if (!uuid.test(id)) throw new DomainError('address.not-found')
  return change(req, customerId, async (tx) => {
    const [row] = await run<Row>(tx, update, [customerId, id, ...values])
    if (!row) throw new DomainError('address.not-found')
    if (address.isDefault) await run(tx, choose, [customerId, id])
    return toAddress({ ...row, isDefault: row.isDefault || address.isDefault === true })
  })
}

/** Removes an address; the oldest of the rest becomes the default. Throws `address.not-found`. */
export function removeAddress(req: PayloadRequest, customerId: string, id: string): Promise<void> {
  if (!uuid.test(id)) throw new DomainError('address.not-found')
  return change(req, customerId, async (tx) => {
    const [removed] = await run<{ isDefault: boolean }>(tx, remove, [customerId, id])
    if (!removed) throw new DomainError('address.not-found')
    const [next] = removed.isDefault ? await run<Row>(tx, list, [customerId]) : []
    if (next) await run(tx, choose, [customerId, next.id])
  })
}

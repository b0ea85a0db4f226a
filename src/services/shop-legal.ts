import type { PayloadRequest } from 'payload'
import type { Seller } from '#domain/invoice'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const settingsOf: Statement = {
  name: 'shop-legal',
  text: `SELECT coalesce(name, 'Molini') AS name, coalesce(timezone, 'Europe/Rome') AS timezone, legal_company AS company, legal_address AS address,
    legal_vat_number AS "vatNumber", legal_tax_number AS "taxNumber", legal_register AS register, legal_return_address AS "returnAddress",
    contact_email AS email FROM shop_settings LIMIT 1`,
}

interface Row {
  name: string
  timezone: string
  company: string | null
  address: string | null
  vatNumber: string | null
  taxNumber: string | null
  register: string | null
  returnAddress: string | null
  email: string | null
}

export interface ShopLegal {
  name: string
  timezone: string
  /** Undefined while the settings lack what an invoice must say. */
  seller?: Seller
  /** Where pairs are sent back to, line by line; empty when nobody wrote it. */
  returnAddress: string[]
}

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

function sellerOf(row: Row): Seller | undefined {
  const [company, vatNumber] = [row.company?.trim(), row.vatNumber?.trim()]
  const address = linesOf(row.address)
  if (!company || !vatNumber || address.length === 0) return undefined
  return {
    name: row.name,
    company,
    address,
    vatNumber,
    ...(row.taxNumber && { taxNumber: row.taxNumber }),
    ...(row.register && { register: row.register }),
    ...(row.email && { email: row.email }),
  }
}

/** Who the shop is before the law, as its settings say today. */
export async function shopLegal(runner: Transaction | PayloadRequest): Promise<ShopLegal> {
  const [row] = await run<Row>(runner, settingsOf, [])
  if (!row) return { name: 'Molini', timezone: 'Europe/Rome', returnAddress: [] }
  const seller = sellerOf(row)
  const back = linesOf(row.returnAddress)
  return {
    name: row.name,
    timezone: row.timezone,
    ...(seller && { seller }),
    returnAddress: back.length > 0 ? back : seller ? [seller.company, ...seller.address] : [],
  }
}

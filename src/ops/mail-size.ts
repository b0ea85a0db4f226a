import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { MarketId } from '#domain/markets'
import { homeSystem, isSizeSystem, soldSize } from '#domain/size-systems'
import { labelled, type KeptLabels } from '#services/size-rows'
import { rowsOf } from '#services/transaction'

interface Mailed {
  recipient: string
  data: Record<string, unknown> | null
}

const isLabels = (value: unknown): value is KeptLabels =>
  typeof value === 'object' && value !== null && 'eu' in value && typeof value.eu === 'string'

/** What the reader has chosen as a customer, or else what is read in that market. */
async function systemOf(req: PayloadRequest, recipient: string, market: MarketId) {
  const [customer] = await rowsOf<{ system: string | null }>(
    req,
    sql`SELECT size_system AS system FROM customers WHERE lower(email) = lower(${recipient}) AND verified_at IS NOT NULL LIMIT 1`,
  )
  return isSizeSystem(customer?.system) ? customer.system : homeSystem(market)
}

/** The size of a mail that is about no order, as its reader reads it; empty for what comes in one size. */
export async function mailSize(
  req: PayloadRequest,
  { recipient, data }: Mailed,
  market: MarketId,
): Promise<string> {
  const size = typeof data?.size === 'string' ? data.size : ''
  if (!size || !isLabels(data?.labels)) return size
  return soldSize({ sizeSystem: await systemOf(req, recipient, market) }, { size, ...labelled(data.labels) })
}

import { DomainError } from '#domain/errors'
import { allowedPairs, limitedWishes } from '#domain/launch'
import { boughtSql } from './launch-rows'
import type { SoldLine } from './sold-lines'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** One after the other, whoever says to be this customer or has this address; in the order of the keys, so that two cannot wait for each other. */
const lockPerson: Statement = {
  name: 'limits-lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended(k.key, 0)) FROM (
      SELECT key FROM (VALUES ('buyer:' || molini_email_key($1)), ('buyer:' || $2::uuid)) AS keys (key) WHERE key IS NOT NULL ORDER BY key) k`,
}
const bought: Statement = {
  name: 'limits-bought',
  text: `SELECT p.id AS "productId", ${boughtSql('p', '$3::uuid', 'molini_email_key(o.email) = molini_email_key($2)')} AS pairs
    FROM products p WHERE p.id = ANY ($1::uuid[])`,
}

export interface Buyer {
  email: string
  customerId?: string
}

/**
 * Refuses more pairs of a product than one person may buy, counted over all their orders since its launch: a person is a
 * customer or an e-mail address, however it is spelled. They wait for each other until the commit, so that no race gets
 * more. Call it before stock and promotions are locked. Throws `launch.limit`.
 */
export async function checkLimits(tx: Transaction, lines: readonly SoldLine[], buyer: Buyer): Promise<void> {
  const wishes = limitedWishes(
    lines.map(({ line: { productId, perPerson }, quantity, gifts }) => ({
      ...{ productId, perPerson },
      quantity: quantity - gifts,
    })),
  )
  if (wishes.length === 0) return
  const who = [buyer.email, buyer.customerId ?? null]
  await run(tx, lockPerson, who)
  // A statement of its own: it sees what whoever had the lock before has committed.
  const rows = await run<{ productId: string; pairs: number }>(tx, bought, [
    wishes.map(({ productId }) => productId),
    ...who,
  ])
  const refused = wishes.flatMap(({ productId, perPerson, wanted }) => {
    const left = allowedPairs(perPerson, rows.find((row) => row.productId === productId)?.pairs ?? 0)
    const variantId = lines.find(({ line }) => line.productId === productId)?.variantId
    return wanted > left ? [{ variantId, most: perPerson, left }] : []
  })
  if (refused.length > 0) throw new DomainError('launch.limit', { products: refused })
}

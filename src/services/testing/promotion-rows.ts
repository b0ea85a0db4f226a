import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '../transaction'

type Row = Readonly<Record<string, string | number | boolean | null>>

export interface TestPromotion {
  id: string
  /** The code that names it; empty for one that applies by itself. */
  code: string
}

/** A promotion by a code of its own, 10 % off unless `fields` (columns) say otherwise, for the products of `only` alone. */
export async function makePromotion(
  req: PayloadRequest,
  fields: Row = {},
  { only = [], codeUses = null }: { only?: readonly string[]; codeUses?: number | null } = {},
): Promise<TestPromotion> {
  const row = { effect: 'percent', percent: 10, applies: 'code', ...fields }
  const [made] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO promotions (${sql.join(
      Object.keys(row).map((name) => sql.identifier(name)),
      sql`, `,
    )}) VALUES (${sql.join(
      Object.values(row).map((value) => sql`${value}`),
      sql`, `,
    )}) RETURNING id`,
  )
  if (!made) throw new Error('A test promotion was not written')
  const code = row.applies === 'code' ? `T${randomBytes(6).toString('hex').toUpperCase()}` : ''
  await rowsOf(
    req,
    sql`INSERT INTO promotions_locales (_parent_id, _locale, name) VALUES (${made.id}, 'en', ${`Test ${code}`})`,
  )
  if (code)
    await rowsOf(
      req,
      sql`INSERT INTO promotion_codes (code, promotion_id, max_uses) VALUES (${code}, ${made.id}, ${codeUses})`,
    )
  for (const [index, product] of only.entries())
    await rowsOf(
      req,
      sql`INSERT INTO promotions_rels ("order", parent_id, path, products_id) VALUES (${index}, ${made.id}, 'products', ${product})`,
    )
  return { id: made.id, code }
}

/** Another code of a promotion. */
export async function makeCode(
  req: PayloadRequest,
  promotionId: string,
  codeUses: number | null = 1,
): Promise<string> {
  const code = `U${randomBytes(8).toString('hex').toUpperCase()}`
  await rowsOf(
    req,
    sql`INSERT INTO promotion_codes (code, promotion_id, max_uses) VALUES (${code}, ${promotionId}, ${codeUses})`,
  )
  return code
}

/** Switches promotions off again that would apply to the carts of other tests. */
export const endPromotion = (req: PayloadRequest, { id }: TestPromotion): Promise<unknown> =>
  rowsOf(req, sql`UPDATE promotions SET active = false WHERE id = ${id}`)

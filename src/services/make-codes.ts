import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { codesFrom, mostCodes } from '#domain/promotions/codes'
import { recordAudit } from './audit'
import { once } from './once'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface MakeCodes {
  promotionId: string
  count: number
  /** Stands before each code and a hyphen. */
  prefix?: string
  /** How often each code may be used; 1 unless it is said. */
  maxUses?: number
  key?: string
}

export interface MadeCodes {
  batch: string
  count: number
}

const insert: Statement = {
  name: 'codes-insert',
  text: `INSERT INTO promotion_codes (code, promotion_id, max_uses, batch, active)
    SELECT code, $2, $3, $4, true FROM unnest($1::text[]) AS c (code) ON CONFLICT (code) DO NOTHING RETURNING code`,
}
const promotionNamed: Statement = { name: 'codes-promotion', text: 'SELECT id FROM promotions WHERE id = $1' }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function make(
  tx: Transaction,
  { promotionId, count, prefix, maxUses = 1 }: MakeCodes,
): Promise<MadeCodes> {
  const [promotion] = await run(tx, promotionNamed, [promotionId])
  if (!promotion) throw new DomainError('promotion.not-found')
  const batch = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} ${randomBytes(2).toString('hex')}`
  // One call writes them all; a code that somebody else has, once in a million years, is drawn again.
  for (let left = count; left > 0;) {
    const codes = codesFrom((bytes) => randomBytes(bytes), { count: left, prefix })
    left -= (await run(tx, insert, [codes, promotionId, maxUses, batch])).length
  }
  return { batch, count }
}

/**
 * Makes up to 50 000 codes of a promotion that nobody can guess, all or none, and says the batch to find them by. Repeating it with
 * the same key makes no more. Throws `promotion.not-found` and `validation.failed`.
 */
export async function makeCodes(req: PayloadRequest, call: MakeCodes): Promise<MadeCodes> {
  const { promotionId, count, key } = call
  if (!Number.isSafeInteger(count) || count < 1 || count > mostCodes)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'count', message: `A whole number from 1 to ${mostCodes}.` }],
    })
  if (!uuid.test(promotionId)) throw new DomainError('promotion.not-found')
  const { prefix, maxUses } = call
  return inTransaction(req, (tx) =>
    once(tx, { scope: `promotion.codes:${promotionId}`, key, body: { count, prefix, maxUses } }, async () => {
      const made = await make(tx, call)
      await recordAudit(req, {
        action: 'promotion.make-codes',
        entity: 'promotions',
        entityId: promotionId,
        after: { ...made, prefix: prefix ?? null, maxUses: maxUses ?? 1 },
      })
      return made
    }),
  )
}

interface CodeRow {
  code: string
  batch: string | null
  maxUses: number | null
  uses: number
  active: boolean
  createdAt: string
}

const list: Statement = {
  name: 'codes-list',
  text: `SELECT c.code, c.batch, c.max_uses::float8 AS "maxUses", coalesce(c.active, true) AS active, c.created_at AS "createdAt",
      coalesce(used.uses, 0)::float8 AS uses
    FROM promotion_codes c LEFT JOIN (SELECT code_id, sum(uses) AS uses FROM redemptions GROUP BY code_id) used ON used.code_id = c.id
    WHERE c.promotion_id = $1 AND ($2::text IS NULL OR c.batch = $2) ORDER BY c.created_at, c.code`,
}

/** The codes of a promotion, or of one batch, as CSV with a head. Throws `promotion.not-found`. */
export async function codesAsCsv(
  req: PayloadRequest,
  { promotionId, batch }: { promotionId: string; batch?: string },
): Promise<string> {
  const [promotion] = uuid.test(promotionId) ? await run(req, promotionNamed, [promotionId]) : []
  if (!promotion) throw new DomainError('promotion.not-found')
  const rows = await run<CodeRow>(req, list, [promotionId, batch ?? null])
  const lines = rows.map(({ code, batch: name, maxUses, uses, active, createdAt }) =>
    [code, name ?? '', maxUses ?? '', uses, active ? 'yes' : 'no', new Date(createdAt).toISOString()].join(
      ',',
    ),
  )
  return `${['code,batch,uses allowed,uses,active,made', ...lines].join('\r\n')}\r\n`
}

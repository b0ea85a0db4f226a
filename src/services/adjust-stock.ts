import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { holdForWaiting } from './hold-for-waiting'
import { announceStock } from './reserve-stock'
import { heldForWaiting, letWaitAgain } from './end-holds'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export type AdjustStock = {
  variantId: string
  /** Left out: the default one. */
  location?: string
  reason: string
  key?: string
} & ({ setTo: number; delta?: undefined } | { delta: number; setTo?: undefined })

export interface LevelView {
  variant: string
  location: string
  onHand: number
  reserved: number
}

const locate: Statement = {
  name: 'adjust-locate',
  text: `SELECT l.id AS location, v.id AS variant FROM variants v, locations l
    WHERE v.id = ${idOf('$1')} AND CASE WHEN $2::text IS NULL THEN l.is_default ELSE $2 IN (l.id::text, l.code) END`,
}
const open: Statement = {
  name: 'adjust-open',
  text: 'INSERT INTO stock_levels (variant_id, location_id) VALUES ($1, $2) ON CONFLICT (variant_id, location_id) DO NOTHING',
}
const lock: Statement = {
  name: 'adjust-lock',
  text: `SELECT s.variant_id AS variant, s.location_id AS location, s.on_hand::float8 AS "onHand", s.reserved::float8 AS reserved,
      l.is_default AS "isSoldFrom" FROM stock_levels s JOIN locations l ON l.id = s.location_id WHERE s.variant_id = $1 AND s.location_id = $2 FOR UPDATE OF s`,
}
const move: Statement = {
  name: 'adjust-move',
  text: `INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason, actor) VALUES ($1, $2, $3, 'correction', $4, $5)`,
}

/** Nobody's shelf holds more, and a typing error should not. */
const maxOnHand = 1_000_000

/** `held`: pairs of those reserved that are held for people who wait; what is not on the shelf cannot be held. */
function targetOf({ setTo, delta }: AdjustStock, level: LevelView, held: number): number {
  const target = setTo ?? level.onHand + (delta ?? Number.NaN)
  if (!Number.isSafeInteger(target) || target < 0 || target > maxOnHand)
    throw new DomainError('validation.failed', {
      errors: [
        {
          path: setTo === undefined ? 'delta' : 'setTo',
          message: `A whole number that leaves 0 to ${maxOnHand} on hand.`,
        },
      ],
    })
  if (target < level.reserved - held) {
    const { variant: variantId, onHand, reserved } = level
    throw new DomainError('stock.insufficient', {
      reserved,
      lines: [{ variantId, requested: onHand - target, available: onHand - reserved }],
    })
  }
  return target
}

interface LockedLevel extends LevelView {
  /** Only what is there can be sold, and held. */
  isSoldFrom: boolean
}

async function lockLevel(tx: Transaction, { variantId, location }: AdjustStock): Promise<LockedLevel> {
  const [place] = await run<{ variant: string; location: string }>(tx, locate, [variantId, location ?? null])
  if (!place) throw new DomainError('variant.not-found', { variantId, ...(location && { location }) })
  await run(tx, open, [place.variant, place.location])
  const [level] = await run<LockedLevel>(tx, lock, [place.variant, place.location])
  if (!level) throw new Error('A stock level vanished while it was locked')
  return level
}

async function adjust(
  tx: Transaction,
  req: PayloadRequest,
  call: AdjustStock,
): Promise<{ before: LevelView; after: LevelView }> {
  const before = await lockLevel(tx, call)
  const held = await heldForWaiting(tx, before)
  const onHand = targetOf(call, before, held)
  if (onHand === before.onHand) return { before, after: before }
  const over = Math.max(0, before.reserved - onHand)
  if (over > 0) await letWaitAgain(tx, before, over)
  await run(tx, move, [before.variant, before.location, onHand - before.onHand, call.reason, actorOf(req)])
  await recordAudit(req, {
    action: 'stock.adjust',
    entity: 'stock-levels',
    entityId: before.variant,
    before: { onHand: before.onHand, location: before.location },
    after: { onHand, location: before.location, ...(over > 0 && { holdsEnded: over }) },
    reason: call.reason,
  })
  const reserved = before.reserved - over
  const free = {
    variantId: before.variant,
    before: before.onHand - before.reserved,
    after: onHand - reserved,
  }
  const [change = free] = before.isSoldFrom ? await holdForWaiting(tx, [free]) : []
  return { before, after: { ...before, onHand, reserved: onHand - change.after } }
}

/**
 * Corrects what is on hand, to a count or by a difference, with a movement that says who and why. Pairs
 * that come go to whoever waits for them; where fewer are there than are held for those who wait, the last of these wait
 * again, with their place. Repeating it with the same key answers the same. Throws `variant.not-found`, `validation.failed`, or `stock.insufficient`
 * for less than is reserved for orders.
 */
export async function adjustStock(req: PayloadRequest, call: AdjustStock): Promise<LevelView> {
  if (!call.reason.trim())
    throw new DomainError('validation.failed', {
      errors: [{ path: 'reason', message: 'A reason is required.' }],
    })
  const { key, ...body } = call
  const { before, after } = await inTransaction(req, (tx) =>
    once(tx, { scope: `stock.adjust:${call.variantId}`, key, body }, () => adjust(tx, req, call)),
  )
  const { variant, location, onHand, reserved } = after
  await announceStock(req, [
    { variantId: variant, before: before.onHand - before.reserved, after: onHand - reserved },
  ])
  return { variant, location, onHand, reserved }
}

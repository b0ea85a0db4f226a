import type { PayloadRequest } from 'payload'
import { isEmail } from '#domain/address'
import { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId, markets, type MarketId } from '#domain/markets'
import { checkConfirm, type EntryKey } from './draw-keys'
import { isUndrawnSql } from './launch-rows'
import { queueMail } from './queue-mail'
import { soldLabelsSql, type KeptLabels } from './size-rows'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** Minutes within which the same address is not asked again about the same size. */
const askedAgainAfter = 15
/** Mails that anybody may have sent to an address about one draw: strangers can ask too. */
const asksAtMost = 5

export interface NewEntry {
  variantId: string
  email: string
  market: MarketId
  /** Who is signed in. */
  customerId?: string
}

/** What a mail about an entry says beside the entry. */
interface DrawnSize {
  variantId: string
  productId: string
  product: string
  slug: string
  size: string
  labels: KeptLabels | null
  /** ISO 8601 */
  at: string
  fingerprint: string
}

const drawOf = (name: string, more: string): Statement => ({
  name,
  text: `SELECT v.id AS "variantId", p.id AS "productId", p.title AS product, p.slug, coalesce(o.eu, o.label, '') AS size, ${soldLabelsSql} AS labels,
      to_char(p.launched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, d.fingerprint,
      ${isUndrawnSql} AND p.launched_at > statement_timestamp() AND d.product_id IS NOT NULL AS "isOpen"
    FROM variants v JOIN products p ON p.id = v.product_id ${more}
    LEFT JOIN variant_options o ON o.id = v.size_id
    WHERE v.id = ${idOf('$1')} AND v.deleted_at IS NULL AND p.deleted_at IS NULL AND p._status = 'published'`,
})
const look = drawOf('draw-look', 'LEFT JOIN draws d ON d.product_id = p.id')
const lock = drawOf('draw-lock', 'JOIN draws d ON d.product_id = p.id')
/** A draw waits for whoever is entering, and they for nobody but a draw. */
const entering: Statement = { ...lock, text: `${lock.text} FOR KEY SHARE OF d` }

/**
 * The draw of a size, kept open until the commit. Throws `variant.not-found`, and `draw.closed` for what is not drawn or was.
 * After its moment the draw is not locked, so that late callers cannot hold it up.
 */
async function openDraw(tx: Transaction, variantId: string): Promise<DrawnSize> {
  const [seen] = await run<DrawnSize & { isOpen: boolean }>(tx, look, [variantId])
  if (!seen) throw new DomainError('variant.not-found', { variantId })
  if (!seen.isOpen) throw new DomainError('draw.closed')
  const [draw] = await run<DrawnSize & { isOpen: boolean }>(tx, entering, [variantId])
  if (!draw?.isOpen) throw new DomainError('draw.closed')
  return draw
}

const ask: Statement = {
  name: 'draw-ask',
  text: `INSERT INTO draw_entries (product_id, variant_id, email, market) VALUES ($1, $2, $3, $4)
    ON CONFLICT (product_id, email) DO UPDATE SET updated_at = now(),
      variant_id = CASE WHEN draw_entries.status = 'asked' THEN excluded.variant_id ELSE draw_entries.variant_id END
    RETURNING id`,
}
/** A statement of its own: it sees what whoever had the entry before has committed. */
const asks: Statement = {
  name: 'draw-asks',
  text: `SELECT count(*)::int AS mails, floor(extract(epoch FROM now()) / ($2::int * 60))::text AS span
    FROM emails WHERE recipient = $1 AND template = 'draw-confirm' AND entity LIKE $3 || ':%'`,
}

/** Asks the address whether it wants to enter; a confirmed entry stays as it is until it says so. */
async function askAddress(tx: Transaction, draw: DrawnSize, { email, market }: NewEntry): Promise<void> {
  const [entry] = await run<{ id: string }>(tx, ask, [draw.productId, draw.variantId, email, market])
  if (!entry) throw new Error('An entry that was written is not there')
  const [sent] = await run<{ mails: number; span: string }>(tx, asks, [email, askedAgainAfter, entry.id])
  if (!sent || sent.mails >= asksAtMost) return
  await queueMail(tx, {
    template: 'draw-confirm',
    entity: `${entry.id}:${draw.variantId}:${sent.span}`,
    recipient: email,
    locale: markets[market].locale,
    data: { market, product: draw.product, size: draw.size, labels: draw.labels, at: draw.at },
  })
}

const lockPerson: Statement = {
  name: 'draw-lock-person',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('draw:' || $1::uuid || molini_email_key($2), 0))`,
}
const change: Statement = {
  name: 'draw-change',
  text: `UPDATE draw_entries SET variant_id = $3, updated_at = now()
    WHERE product_id = $1 AND molini_email_key(email) = molini_email_key($2) AND status <> 'asked' RETURNING id, email, market`,
}
const enter: Statement = {
  name: 'draw-enter',
  text: `INSERT INTO draw_entries (product_id, variant_id, email, market, status, confirmed_at, told_moment) VALUES ($1, $3, $2, $4, 'confirmed', now(), $5)
    ON CONFLICT (product_id, email) DO UPDATE SET variant_id = excluded.variant_id, status = 'confirmed', confirmed_at = now(), updated_at = now(),
      told_moment = excluded.told_moment
    RETURNING id, email, market`,
}
/** Other spellings of a mailbox whose entry counts now. */
const spare: Statement = {
  name: 'draw-spare',
  text: `DELETE FROM draw_entries WHERE product_id = $1 AND molini_email_key(email) = molini_email_key($2) AND status = 'asked'`,
}

interface Entry {
  id: string
  email: string
  market: string
}

/** Somebody whose address is theirs is in, once however it is spelled, with the size they have said last. */
async function enterPerson(
  tx: Transaction,
  draw: DrawnSize,
  { email, market }: Pick<NewEntry, 'email' | 'market'>,
): Promise<void> {
  await run(tx, lockPerson, [draw.productId, email])
  const [known] = await run<Entry>(tx, change, [draw.productId, email, draw.variantId])
  const [entry] = known
    ? [known]
    : await run<Entry>(tx, enter, [draw.productId, email, draw.variantId, market, draw.at])
  if (!entry) throw new Error('An entry that was written is not there')
  await run(tx, spare, [draw.productId, email])
  const home = isMarketId(entry.market) ? entry.market : defaultMarket
  await queueMail(tx, {
    template: 'draw-entered',
    entity: `${entry.id}:${draw.variantId}`,
    recipient: entry.email,
    locale: markets[home].locale,
    data: {
      market: home,
      product: draw.product,
      slug: draw.slug,
      size: draw.size,
      labels: draw.labels,
      at: draw.at,
      fingerprint: draw.fingerprint,
    },
  })
}

const proven: Statement = {
  name: 'draw-proven',
  text: `SELECT 1 FROM customers WHERE id = $1 AND verified_at IS NOT NULL AND lower(email) = $2`,
}

/**
 * Somebody wants one size of a product that is drawn. `entered` for a customer who is signed in with their own confirmed address;
 * anybody else is `asked` by a mail, and that answer is the same whether the address has entered already. Throws
 * `validation.failed` for what is no address, `variant.not-found`, and `draw.closed` before and after there is a draw.
 */
export async function enterDraw(
  req: PayloadRequest,
  { variantId, email, market, customerId }: NewEntry,
): Promise<'asked' | 'entered'> {
  const address = email.trim().toLowerCase()
  if (!isEmail(address))
    throw new DomainError('validation.failed', { errors: [{ path: 'email', message: 'An e-mail address.' }] })
  return inTransaction(req, async (tx) => {
    const draw = await openDraw(tx, variantId)
    const isTheirs = customerId !== undefined && (await run(tx, proven, [customerId, address])).length > 0
    const entry = { variantId: draw.variantId, email: address, market }
    if (isTheirs) await enterPerson(tx, draw, entry)
    else await askAddress(tx, draw, entry)
    return isTheirs ? 'entered' : 'asked'
  })
}

const found: Statement = {
  name: 'draw-entry',
  text: `SELECT id, email, market, product_id AS "productId" FROM draw_entries WHERE id = ${idOf('$1')}`,
}

/**
 * The address has said yes to this size. Repeating it changes nothing. Throws `resource.not-found` for a wrong key or an entry
 * that is gone, and `draw.closed`.
 */
export async function confirmEntry(req: PayloadRequest, key: EntryKey, variantId: string): Promise<void> {
  checkConfirm(key, variantId)
  await inTransaction(req, async (tx) => {
    const draw = await openDraw(tx, variantId)
    const [entry] = await run<Entry & { productId: string }>(tx, found, [key.entryId])
    if (!entry || entry.productId !== draw.productId) throw new DomainError('resource.not-found')
    const market = isMarketId(entry.market) ? entry.market : defaultMarket
    await enterPerson(tx, draw, { email: entry.email, market })
  })
}

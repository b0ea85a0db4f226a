import { erasedEmail, someBuyer, taxYears, wordsPattern } from '#domain/erasure'
import { digestOf } from './invite-reviews'
import { recountReviews } from './recount-reviews'
import { endHoldsOf } from './end-holds'
import { addressesOf, under, underOrders } from './former-addresses'
import type { StockChange } from './reserve-stock'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Whose rows go: an account, and everything under its address. */
export interface Person {
  customerId: string
  email: string
}

const statement = (name: string, text: string): Statement => ({ name: `erase-${name}`, text })

const orders = statement(
  'orders',
  `SELECT id, number, ARRAY[email, customer_name, shipping_address_first_name, shipping_address_last_name, shipping_address_phone, shipping_address_line1,
      billing_address_first_name, billing_address_last_name, billing_address_phone, billing_address_line1] AS words
    FROM orders WHERE customer_id = $1 OR ${underOrders('orders')} ORDER BY id FOR UPDATE`,
)
const carts = statement(
  'lock-carts',
  `SELECT id FROM carts WHERE customer_id = $1 OR ${under(`draft->>'email'`, 'created_at')} ORDER BY id FOR UPDATE`,
)

/** Locks the carts of somebody; a checkout locks its cart first, so call it before anything else is locked. */
export const lockCartsOf = async (tx: Transaction, person: Person): Promise<unknown> =>
  run(tx, carts, [person.customerId, ...(await addressesOf(tx, person))])

export interface OwnOrder {
  id: string
  number: string
  words: (string | null)[]
}

/** Locks the orders of somebody, in id order: those of the account and those under its addresses. */
export const lockOrdersOf = async (tx: Transaction, person: Person): Promise<OwnOrder[]> =>
  run<OwnOrder>(tx, orders, [person.customerId, ...(await addressesOf(tx, person))])

/** Subjects of the audit trail that are about a person without naming the account; read before the rows go. */
const subjects = statement(
  'subjects',
  `SELECT 'addresses:' || id AS subject FROM addresses WHERE customer_id = $1
    UNION ALL SELECT 'messages:' || id FROM messages WHERE ${under('email', 'created_at')}
    UNION ALL SELECT 'mail-suppressions:' || id FROM mail_suppressions WHERE ${under('recipient', 'since')}
    UNION ALL SELECT 'subscribers:' || id FROM subscribers WHERE ${under('email', 'created_at')}
    UNION ALL SELECT 'emails:' || id FROM emails WHERE ${under('recipient', 'created_at')}`,
)

export async function auditSubjectsOf(tx: Transaction, person: Person): Promise<string[]> {
  const values = [person.customerId, ...(await addressesOf(tx, person))]
  const rows = await run<{ subject: string }>(tx, subjects, values)
  return rows.map(({ subject }) => subject)
}

/** The sold ones keep name and address for the tax office; what nothing was paid for keeps nothing. */
const kept = `(captured > 0 OR EXISTS (SELECT 1 FROM invoices i WHERE i.order_id = orders.id))`
const addressParts = ['shipping_address', 'billing_address'].flatMap((address) =>
  ['first_name', 'last_name', 'line1', 'line2', 'postal_code', 'city', 'region'].map(
    (part) => `${address}_${part}`,
  ),
)
const blanked = (when: string): string =>
  [...addressParts, 'customer_name', 'company', 'vat_number']
    .map((column) => `${column} = CASE WHEN ${when} THEN NULL ELSE ${column} END`)
    .join(', ')

/** Each of these is given the account and its addresses. */
const bothLists = 'cardinality($2::text[]) = cardinality($3::timestamptz[])'
const ofAddress = (email: string, at: string): string => `${under(email, at)} AND $1::uuid IS NOT NULL`

const forget: readonly Statement[] = [
  statement(
    'messages-mail',
    `DELETE FROM emails WHERE template = 'staff-message' AND entity IN (SELECT 'message:' || id FROM messages WHERE ${ofAddress('email', 'created_at')})`,
  ),
  statement('messages', `DELETE FROM messages WHERE ${ofAddress('email', 'created_at')}`),
  statement('letters', `DELETE FROM subscribers WHERE ${ofAddress('email', 'created_at')}`),
  statement('suppressions', `DELETE FROM mail_suppressions WHERE ${ofAddress('recipient', 'since')}`),
  // Those who had a pair held have given it back by then.
  statement('alerts', `DELETE FROM stock_alerts WHERE ${ofAddress('email', 'created_at')}`),
  statement('mails', `DELETE FROM emails WHERE ${ofAddress('recipient', 'created_at')}`),
  statement('addresses', `DELETE FROM addresses WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('sizes', `DELETE FROM own_sizes WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('measuring', `DELETE FROM measuring_mails WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('children', `DELETE FROM child_feet WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('wishes', `DELETE FROM wishlists WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('sessions', `DELETE FROM account_sessions WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('keys', `DELETE FROM account_keys WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('factor', `DELETE FROM second_factors WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('passkeys', `DELETE FROM passkeys WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('former', `DELETE FROM account_former_emails WHERE customer_id = $1::uuid AND ${bothLists}`),
  statement('groups', `DELETE FROM customers_rels WHERE parent_id = $1::uuid AND ${bothLists}`),
  statement(
    'carts',
    `UPDATE carts SET customer_id = NULL, draft = NULL WHERE customer_id = $1::uuid OR ${under(`draft->>'email'`, 'created_at')}`,
  ),
  statement(
    'cards',
    `UPDATE credits SET recipient = NULL, message = NULL WHERE customer_id = $1::uuid OR ${under('recipient', 'created_at')}`,
  ),
]

const entries = statement('draws', `DELETE FROM draw_entries WHERE ${ofAddress('email', 'created_at')}`)

const ofOrders: readonly Statement[] = [
  statement(
    'order-mails',
    `DELETE FROM emails WHERE split_part(entity, ':', 1) IN (SELECT number FROM orders WHERE id = ANY ($1::uuid[]))`,
  ),
  statement(
    'answers',
    `DELETE FROM idempotency_keys WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = ANY ($1::uuid[])
      AND (position(o.number IN response::text) > 0 OR position(o.id::text IN scope) > 0 OR position(lower(o.email) IN lower(response::text)) > 0))`,
  ),
  statement(
    'statements',
    `UPDATE withdrawals SET name = 'erased', email = 'erased-' || order_id || '@erased.invalid', updated_at = now() WHERE order_id = ANY ($1::uuid[])`,
  ),
  statement(
    'order-rows',
    `UPDATE orders SET email = 'erased-' || id || '@erased.invalid', customer_id = NULL, shipping_address_phone = NULL, billing_address_phone = NULL, gift_note = NULL,
      ${blanked(`NOT ${kept}`)}, updated_at = now() WHERE id = ANY ($1::uuid[])`,
  ),
  statement(
    'order-edits',
    `UPDATE orders_timeline SET data = NULL WHERE _parent_id = ANY ($1::uuid[]) AND kind = 'changed'`,
  ),
]

/** Texts that people have written about these orders: names, addresses and numbers in them go, the rest says what was done. */
const scrubbed = (table: string, column: string, order: string): Statement =>
  statement(
    `words-${table}-${column}`,
    `UPDATE ${table} SET ${column} = regexp_replace(${column}, $2, '…', 'gi') WHERE ${order} AND ${column} ~* $2`,
  )
const own = 'order_id = ANY ($1::uuid[])'
const written: readonly Statement[] = [
  scrubbed('order_notes', 'text', own),
  scrubbed('returns', 'note', own),
  scrubbed('returns', 'refusal', own),
  scrubbed('refunds', 'reason', own),
  scrubbed('refunds', 'error', own),
  scrubbed('orders_timeline', 'note', '_parent_id = ANY ($1::uuid[])'),
  scrubbed('orders_timeline', 'actor', '_parent_id = ANY ($1::uuid[])'),
  scrubbed('returns_timeline', 'note', `_parent_id IN (SELECT id FROM returns WHERE ${own})`),
  scrubbed('returns_timeline', 'actor', `_parent_id IN (SELECT id FROM returns WHERE ${own})`),
]
/** What a provider has told us of a payment, as far as it names the buyer. */
const told = statement(
  'provider-words',
  `UPDATE payment_events SET payload = regexp_replace(payload::text, $1, '…', 'gi')::jsonb WHERE handled_at IS NOT NULL AND payload::text ~* $1`,
)

const reviews = statement(
  'reviews',
  `UPDATE reviews r SET customer_id = NULL, order_id = NULL, foot_mm = NULL, updated_at = now(),
      name = CASE r.locale WHEN 'it' THEN $3::text WHEN 'de' THEN $4::text ELSE $5::text END
    FROM products p WHERE p.id = r.product_id AND (r.customer_id = $1::uuid OR r.order_id = ANY ($2::uuid[]))
    RETURNING r.id, p.style_id AS style`,
)
const photos = statement('photos', 'DELETE FROM review_photos WHERE review_id = ANY ($1::uuid[])')
const reviewWords = ['title', 'text', 'reason', 'answer'].map((column) =>
  scrubbed('reviews', column, 'id = ANY ($1::uuid[])'),
)
const account = statement(
  'account',
  `UPDATE customers SET email = $2, first_name = NULL, last_name = NULL, my_size = NULL, size_system = NULL, google_sub = NULL, verified_at = NULL, note = NULL,
      hash = NULL, salt = NULL, reset_password_token = NULL, reset_password_expiration = NULL, reset_password_requested_at = NULL,
      login_attempts = 0, lock_until = NULL, updated_at = now() WHERE id = $1`,
)
const stops = statement('stops', 'DELETE FROM mail_stops WHERE digest = $1 AND at <= $2::timestamptz')

async function forgetReviews(
  tx: Transaction,
  customerId: string,
  { orderIds, pattern }: { orderIds: readonly string[]; pattern?: string },
): Promise<number> {
  const rows = await run<{ id: string; style: string | null }>(tx, reviews, [
    ...[customerId, orderIds, someBuyer.it, someBuyer.de, someBuyer.en],
  ])
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await run(tx, photos, [ids])
  if (pattern) for (const one of reviewWords) await run(tx, one, [ids, pattern])
  const styles = new Set(rows.map(({ style }) => style).filter((id): id is string => id !== null))
  await recountReviews(tx, [...styles])
  return ids.length
}

/** In JSON a quote or a backslash of a name stands escaped. */
const inJson = (word: string): string => JSON.stringify(word).slice(1, -1)

export interface Forgotten {
  /** Reviews that stay without their author. */
  reviews: number
  /** To be announced after the commit. */
  changes: StockChange[]
}

/**
 * Takes a person out of every row that is theirs and out of the texts about their orders. Carts, account and orders are
 * locked. Pairs held for them go to whoever waits next.
 */
export async function forgetRows(
  tx: Transaction,
  { customerId, email }: Person,
  { orders: known, names }: { orders: readonly OwnOrder[]; names: readonly string[] },
): Promise<Forgotten> {
  const orderIds = known.map(({ id }) => id)
  const addresses = await addressesOf(tx, { customerId, email })
  const [emails, untils] = addresses
  // First: a draw that is being made turns entries into alerts with holds.
  await run(tx, entries, [customerId, ...addresses])
  const changes = await endHoldsOf(tx, addresses)
  const words = [...emails, ...names, ...known.flatMap((order) => order.words)].filter(
    (word): word is string => word !== null,
  )
  const pattern = wordsPattern(words)
  for (const one of forget) await run(tx, one, [customerId, ...addresses])
  for (const [index, address] of emails.entries()) await run(tx, stops, [digestOf(address), untils[index]])
  const count = await forgetReviews(tx, customerId, { orderIds, ...(pattern && { pattern }) })
  const long = wordsPattern(words.filter((word) => /[@ ]/.test(word)).map(inJson))
  if (long && orderIds.length > 0) await run(tx, told, [long])
  if (pattern && orderIds.length > 0) for (const one of written) await run(tx, one, [orderIds, pattern])
  if (orderIds.length > 0) for (const one of ofOrders) await run(tx, one, [orderIds])
  await run(tx, account, [customerId, erasedEmail(customerId)])
  return { reviews: count, changes }
}

const isForgotten = (order: string): string =>
  `${order}.email = 'erased-' || ${order}.id || '@erased.invalid'`

const old = statement(
  'old',
  `UPDATE orders SET ${blanked('true')}, updated_at = now() WHERE id IN (
    SELECT o.id FROM orders o WHERE ${isForgotten('o')} AND coalesce(o.billing_address_line1, o.shipping_address_line1, o.customer_name) IS NOT NULL
      AND o.placed_at < date_trunc('year', now()) - make_interval(years => $1) ORDER BY o.id LIMIT 200) RETURNING id`,
)
/** The one change that the guard of invoices lets through. */
const oldPapers = statement(
  'old-papers',
  `UPDATE invoices SET content = jsonb_set(content, '{buyer}',
      jsonb_build_object('name', '—', 'address', '[]'::jsonb, 'country', content->'buyer'->'country')), updated_at = now() WHERE id IN (
    SELECT i.id FROM invoices i JOIN orders o ON o.id = i.order_id WHERE ${isForgotten('o')} AND i.content->'buyer'->>'name' <> '—'
      AND i.issued_at < date_trunc('year', now()) - make_interval(years => $1) ORDER BY i.id LIMIT 200) RETURNING id`,
)

/**
 * Takes name and address off orders and papers of forgotten people once tax law no longer asks for them. Resolves to how
 * many of both.
 */
export async function forgetOldBuyers(tx: Transaction): Promise<number> {
  const orders = await run(tx, old, [taxYears])
  const papers = await run(tx, oldPapers, [taxYears])
  return orders.length + papers.length
}

import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart, setCode } from './cart'
import { captureOrder } from './capture-order'
import { issueInvoice } from './issue-invoice'
import { issueCard } from './gift-card'
import { grantCredit } from './store-credit'
import { placeOrder } from './place-order'
import { refundOrder } from './refund-order'
import { refreshPrices } from './refresh-prices'
import { makePromotion } from './testing/promotion-rows'
import { fillLegal } from './testing/legal'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf, sqlStateOf } from './transaction'

/** A copy of a redemption with one column changed. */
const reviewWith = (column: string, value: string): string =>
  `INSERT INTO reviews (product_id, origin, name, locale, ${column === 'rating' ? '' : 'rating, '}${column})
    SELECT id, 'demo', 'A', 'en', ${column === 'rating' ? '' : '5, '}${value} FROM products LIMIT 1`

const withPhotos = (place: string): string =>
  `WITH r AS (INSERT INTO reviews (product_id, origin, rating, name, locale) SELECT id, 'demo', 5, 'A', 'en' FROM products LIMIT 1 RETURNING id)
    INSERT INTO review_photos (review_id, place, width, height, bytes) SELECT id, ${place}, 1, 1, '' FROM r, generate_series(1, 2)`

function redemptionWith(column: string, value: string): string {
  const columns = ['promotion_id', 'order_id', 'uses', 'amount', 'currency', 'turn', 'email_key']
  const values = columns.map((one) => (one === column ? value : one))
  return `INSERT INTO redemptions (${columns.join(', ')}) SELECT ${values.join(', ')} FROM redemptions`
}

/** The next invoice after the last one, with one column changed. */
function invoiceWith(changes: Readonly<Record<string, string>>): string {
  const values: Record<string, string> = {
    number: `year || '-' || lpad((serial + 1)::text, 6, '0')`,
    serial: 'serial + 1',
    source: `'another'`,
    ...changes,
  }
  const columns = [
    'number',
    'kind',
    'year',
    'serial',
    'order_id',
    'invoice_id',
    'source',
    'issued_at',
    'locale',
    'currency',
  ]
  const all = [...columns, 'net', 'tax', 'total', 'content']
  return `INSERT INTO invoices (${all.join(', ')}) SELECT ${all.map((one) => values[one] ?? one).join(', ')}
    FROM invoices WHERE kind = 'invoice' ORDER BY serial DESC LIMIT 1`
}

/** SQL that breaks the rule of that name, on rows that are sound before. */
const checks: Readonly<Record<string, string>> = {
  stock_levels_counts: 'UPDATE stock_levels SET reserved = on_hand + 1',
  stock_levels_whole: 'UPDATE stock_levels SET reserved = 0.5',
  stock_movements_whole: `INSERT INTO stock_movements (variant_id, location_id, quantity, kind) SELECT variant_id, location_id, 0, 'sale' FROM stock_levels`,
  stock_movements_kind: `INSERT INTO stock_movements (variant_id, location_id, quantity, kind) SELECT variant_id, location_id, 1, 'theft' FROM stock_levels`,
  reservations_whole: 'UPDATE reservations SET quantity = 0.5',
  reservations_cause: 'UPDATE reservations SET order_id = NULL',
  carts_status: `UPDATE carts SET status = 'lost'`,
  carts_market: `UPDATE carts SET market = 'fr'`,
  carts_currency: `UPDATE carts SET currency = 'CHF'`,
  carts_lines_quantity: 'UPDATE carts_lines SET quantity = 21',
  orders_payment_status: `UPDATE orders SET payment_status = 'maybe'`,
  orders_fulfilment_status: `UPDATE orders SET fulfilment_status = 'lost'`,
  orders_currency: `UPDATE orders SET currency = 'CHF'`,
  orders_whole: 'UPDATE orders SET captured = 0.5',
  orders_sign: 'UPDATE orders SET subtotal = -1, total = shipping - 1',
  orders_sum: 'UPDATE orders SET total = total + 1',
  orders_gift_note_short: `UPDATE orders SET gift_note = repeat('a', 301)`,
  orders_refund: 'UPDATE orders SET refunded = captured + 1',
  orders_refund_owed: 'UPDATE orders SET owed = captured - refunded + 1',
  orders_credited: 'UPDATE orders SET credited = refunded + owed + 1',
  refunds_status: `UPDATE refunds SET status = 'maybe'`,
  refunds_kind: `UPDATE refunds SET kind = 'gift'`,
  refunds_currency: `UPDATE refunds SET currency = 'CHF'`,
  refunds_money: 'UPDATE refunds SET shipping_tax = shipping + 1',
  refunds_done: 'UPDATE refunds SET done_at = now()',
  refunds_lines_money: 'UPDATE refunds_lines SET tax = amount + 1',
  returns_status: `UPDATE returns SET status = 'lost'`,
  returns_resolution: `UPDATE returns SET resolution = 'gift'`,
  returns_origin: `UPDATE returns SET origin = 'nobody'`,
  returns_lines_pairs: 'UPDATE returns_lines SET restocked = quantity, written_off = 1',
  returns_lines_reason: `UPDATE returns_lines SET reason = 'whim'`,
  withdrawals_lines_pairs: 'UPDATE withdrawals_lines SET quantity = 0',
  orders_lines_whole: 'UPDATE orders_lines SET quantity = 1.5, total = unit_price * 1.5 - discount',
  orders_lines_shipped: 'UPDATE orders_lines SET shipped = quantity + 1',
  orders_lines_sum: 'UPDATE orders_lines SET total = total + 1',
  payments_status: `UPDATE payments SET status = 'maybe'`,
  payments_whole: 'UPDATE payments SET captured = 0.5',
  payments_sums: 'UPDATE payments SET captured = amount + 1',
  payments_attempt_whole: 'UPDATE payments SET attempt = 0',
  orders_size_system: `UPDATE orders SET size_system = 'eu'`,
  customers_size_system: `UPDATE customers SET size_system = 'jp'`,
  orders_dispute: `UPDATE orders SET dispute = 'maybe'`,
  mail_notices_kind: `INSERT INTO mail_notices (key, email_id, kind, at) SELECT 'k', id, 'read', now() FROM emails LIMIT 1`,
  mail_suppressions_reason: `INSERT INTO mail_suppressions (recipient, reason, since) VALUES ('a@example.org', 'dislike', now())`,
  mail_suppressions_lower: `INSERT INTO mail_suppressions (recipient, reason, since) VALUES ('A@example.org', 'spam', now())`,
  emails_status: `UPDATE emails SET status = 'lost'`,
  price_records_whole: `INSERT INTO price_records (variant_id, currency, amount, effective_from) SELECT id, 'EUR', 0.5, now() FROM variants`,
  price_records_currency: `INSERT INTO price_records (variant_id, currency, amount, effective_from) SELECT id, 'CHF', 1, now() FROM variants`,
  price_records_reduced: `INSERT INTO price_records (variant_id, currency, amount, regular, effective_from) SELECT id, 'EUR', 2, 1, now() FROM variants`,
  price_campaigns_window: `INSERT INTO price_campaigns (name, starts_at, ends_at) VALUES ('Backwards', now(), now() - interval '1 hour')`,
  price_campaigns_percent: `INSERT INTO price_campaigns (name, starts_at, percent) VALUES ('Too much', now(), 100)`,
  price_campaigns_amounts: `INSERT INTO price_campaigns (name, starts_at, kind, amounts_eur) VALUES ('Half a cent', now(), 'amount', 0.5)`,
  reduced_prices_currency: `INSERT INTO reduced_prices (variant_id, currency, price, regular, campaign_id, since) SELECT id, 'CHF', 1, 2, id, now() FROM variants`,
  reduced_prices_lower: `INSERT INTO reduced_prices (variant_id, currency, price, regular, campaign_id, since) SELECT id, 'EUR', 2, 2, id, now() FROM variants`,
  variants_money: 'UPDATE variants SET price_in_e_u_r = -1',
  products_money: 'UPDATE products SET price_in_e_u_r = 0.5',
  tax_rates_points: 'UPDATE tax_rates SET basis_points = 10001',
  shipping_methods_rates_money: 'UPDATE shipping_methods_rates SET price = 0.5',
  shipping_methods_kind: `UPDATE shipping_methods SET kind = 'pigeon'`,
  shipping_methods_place: `UPDATE shipping_methods SET kind = 'pickup'`,
  shipping_methods_days: 'UPDATE shipping_methods SET min_days = max_days + 1',
  orders_reverse_charge: 'UPDATE orders SET reverse_charge = true',
  orders_taxes_whole: 'UPDATE orders_taxes SET base = 0.5',
  orders_taxes_sign: 'UPDATE orders_taxes SET base = -1',
  orders_lines_gifts: 'UPDATE orders_lines SET gifts = quantity + 1',
  promotions_shares: 'UPDATE promotions SET percent = 100.01',
  promotions_money: 'UPDATE promotions SET budget_eur = 0.5',
  promotions_counts: 'UPDATE promotions SET max_uses = 0',
  promotions_window: `UPDATE promotions SET starts_at = now(), ends_at = now() - interval '1 day'`,
  promotions_effect: 'UPDATE promotions SET percent = NULL',
  promotion_codes_form: `UPDATE promotion_codes SET code = lower(code)`,
  promotion_codes_uses: 'UPDATE promotion_codes SET max_uses = 0',
  promotion_usage_sign: 'UPDATE promotion_usage SET uses = -1',
  invoices_kind: invoiceWith({ kind: `'bill'`, serial: '1', number: `'CN-' || year || '-000001'` }),
  invoices_currency: invoiceWith({ currency: `'CHF'` }),
  invoices_number: invoiceWith({ number: `'2026-7'` }),
  invoices_sum: invoiceWith({ total: 'total + 1' }),
  invoices_credit: invoiceWith({ invoice_id: 'id' }),
  credits_kind: `INSERT INTO credits (kind, currency) VALUES ('voucher', 'EUR')`,
  credits_status: `UPDATE credits SET status = 'lost'`,
  credits_currency: `INSERT INTO credits (kind, currency, code_hash, last4) VALUES ('gift-card', 'CHF', 'a', 'b')`,
  credits_balance: `INSERT INTO credit_entries (credit_id, kind, amount) SELECT id, 'take', -balance - 1 FROM credits`,
  credits_edition: 'UPDATE credits SET edition = 0',
  credits_owner: `INSERT INTO credits (kind, currency) VALUES ('gift-card', 'EUR')`,
  credit_entries_sign: `INSERT INTO credit_entries (credit_id, kind, amount) SELECT id, 'grant', -1 FROM credits`,
  credit_entries_cause: `INSERT INTO credit_entries (credit_id, kind, amount) SELECT id, 'spend', -1 FROM credits`,
  orders_held: 'UPDATE orders SET held = -1',
  payments_credit: `UPDATE payments SET credit_id = (SELECT id FROM credits LIMIT 1) WHERE provider = 'manual'`,
  products_per_person: `UPDATE products SET per_person = 0`,
  stock_alerts_drawn: `INSERT INTO stock_alerts (variant_id, email, market, place) SELECT id, 'a@example.com', 'eu', 1 FROM variants`,
  draws_seed: `INSERT INTO draws (product_id, seed) SELECT id, 'short' FROM products LIMIT 1`,
  draws_made: `INSERT INTO draws (product_id, drawn_at) SELECT id, now() FROM products LIMIT 1`,
  draws_moment: `INSERT INTO draws (product_id, moment_since) SELECT id, now() FROM products LIMIT 1`,
  database_sizes_some: `INSERT INTO database_sizes (day, bytes, tables) VALUES ('2020-01-01', 0, '{}')`,
  database_sizes_tables: `INSERT INTO database_sizes (day, bytes, tables) VALUES ('2020-01-01', 1, '[]')`,
  draw_entries_status: `INSERT INTO draw_entries (product_id, variant_id, email, market, status) SELECT product_id, id, 'a@example.com', 'eu', 'confirmed' FROM variants LIMIT 1`,
  stock_alerts_status: `INSERT INTO stock_alerts (variant_id, email, market, status) SELECT id, 'a@example.com', 'eu', 'sent' FROM variants`,
  reviews_status: reviewWith('status', "'seen'"),
  reviews_rating: reviewWith('rating', '6'),
  reviews_fit: reviewWith('fit', "'huge'"),
  reviews_foot: reviewWith('foot_mm', '99'),
  reviews_bought: `INSERT INTO reviews (product_id, rating, name, locale, origin) SELECT id, 5, 'A', 'en', 'elsewhere' FROM products LIMIT 1`,
  review_photos_shape: withPhotos('3'),
  review_summaries_counts: `WITH s AS (INSERT INTO styles DEFAULT VALUES RETURNING id) INSERT INTO review_summaries (style_id, stars_1) SELECT id, -1 FROM s`,
  account_sessions_device: `INSERT INTO account_sessions (token_hash, customer_id, device, expires_at) SELECT 'd', id, repeat('x', 81), now() FROM customers LIMIT 1`,
  second_factors_owner: `INSERT INTO second_factors (sealed) VALUES ('s')`,
  account_keys_kind: `INSERT INTO account_keys (hash, kind, customer_id, expires_at) SELECT 'k', 'email-change', id, now() FROM customers LIMIT 1`,
  own_sizes_segment: `INSERT INTO own_sizes (customer_id, segment, foot_mm) SELECT id, 'kids', 240 FROM customers LIMIT 1`,
  own_sizes_foot: `INSERT INTO own_sizes (customer_id, segment, foot_mm) SELECT id, 'women', 199 FROM customers LIMIT 1`,
  own_sizes_width: `INSERT INTO own_sizes (customer_id, segment, foot_mm, width) SELECT id, 'women', 240, 'vast' FROM customers LIMIT 1`,
  child_feet_name: `INSERT INTO child_feet (customer_id, name, foot_mm, measured_on) SELECT id, '', 170, '2026-11-28' FROM customers LIMIT 1`,
  child_feet_foot: `INSERT INTO child_feet (customer_id, name, foot_mm, measured_on) SELECT id, 'M', 69, '2026-11-28' FROM customers LIMIT 1`,
  passkeys_counter: `INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, is_synced, name) SELECT id, 'c', 'k', 'localhost', -1, false, 'Phone' FROM customers LIMIT 1`,
  passkeys_name: `INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, is_synced, name) SELECT id, 'c', 'k', 'localhost', 0, false, '' FROM customers LIMIT 1`,
  typed_words_size: `INSERT INTO typed_words (hash, sealed, expires_at) VALUES ('h', repeat('a', 24001), now())`,
  passkey_challenges_kind: `INSERT INTO passkey_challenges (holder, kind, challenge, expires_at) VALUES ('h', 'another', 'c', now())`,
  wishlists_owner: `INSERT INTO wishlists (shared) VALUES (false)`,
  search_terms_counts: `INSERT INTO search_terms (day, locale, term, searches, found) VALUES ('2026-11-27', 'en', 'boots', 0, 1)`,
  search_terms_day: `INSERT INTO search_terms (day, locale, term, searches, found) VALUES ('yesterday', 'en', 'boots', 1, 1)`,
  subscribers_status: `INSERT INTO subscribers (email, market, status) VALUES ('a@example.com', 'eu', 'confirmed')`,
  subscribers_email: `INSERT INTO subscribers (email, market) VALUES ('A@example.com', 'eu')`,
  consents_choice: `INSERT INTO consents (choice, edition, market) VALUES ('perhaps', 1, 'eu')`,
  consents_edition: `INSERT INTO consents (choice, edition, market) VALUES ('given', 0, 'eu')`,
  redemptions_sign: redemptionWith('uses', '2'),
  redemptions_turn: redemptionWith('turn', '0'),
  redemptions_currency: redemptionWith('currency', "'CHF'"),
}

const uniques: Readonly<Record<string, string>> = {
  orders_taxes_once: `INSERT INTO orders_taxes (_order, _parent_id, id, rate, base, tax, shipping, shipping_tax)
    SELECT 9, _parent_id, 'again', rate, 0, 0, 0, 0 FROM orders_taxes LIMIT 1`,
  stock_levels_place:
    'INSERT INTO stock_levels (variant_id, location_id) SELECT variant_id, location_id FROM stock_levels',
  reservations_once:
    'INSERT INTO reservations (order_id, variant_id, location_id, quantity) SELECT order_id, variant_id, location_id, 1 FROM reservations',
  reservations_alert_once: `WITH a AS (INSERT INTO stock_alerts (variant_id, email, market, status, sent_at, held_until)
      SELECT id, 'held@example.com', 'eu', 'held', now(), now() FROM variants LIMIT 1 RETURNING id, variant_id)
    INSERT INTO reservations (alert_id, variant_id, location_id, quantity, expires_at)
    SELECT a.id, a.variant_id, l.id, 1, now() FROM a, (SELECT id FROM locations LIMIT 1) l, generate_series(1, 2)`,
  locations_one_default: `INSERT INTO locations (name, code, is_default) VALUES ('Second', 'second', true)`,
  carts_lines_once: `INSERT INTO carts_lines (_order, _parent_id, id, variant_id, quantity) SELECT 9, _parent_id, 'again', variant_id, 1 FROM carts_lines LIMIT 1`,
  orders_one_per_cart: `UPDATE orders SET cart_id = (SELECT cart_id FROM orders ORDER BY number LIMIT 1)`,
  orders_one_per_exchange: 'UPDATE orders SET exchange_of_id = (SELECT id FROM returns LIMIT 1)',
  refunds_lines_once:
    "INSERT INTO refunds_lines (_order, _parent_id, id, order_line, quantity, amount, tax) SELECT 9, _parent_id, 'again', order_line, 1, 0, 0 FROM refunds_lines",
  returns_lines_once:
    "INSERT INTO returns_lines (_order, _parent_id, id, order_line, variant_id, quantity, reason) SELECT 9, _parent_id, 'again', order_line, variant_id, 1, 'faulty' FROM returns_lines",
  payments_one_open: `INSERT INTO payments (order_id, provider, attempt, status, currency, amount) SELECT order_id, provider, 2, 'pending', currency, amount FROM payments WHERE status = 'pending'`,
  payments_attempt: `INSERT INTO payments (order_id, provider, status, currency, amount) SELECT order_id, provider, 'failed', currency, amount FROM payments`,
  emails_once: `INSERT INTO emails (template, entity, recipient, locale) SELECT template, entity, recipient, locale FROM emails`,
  variants_once: `INSERT INTO variants (product_id, sku, size_id) SELECT product_id, sku || '-TWICE', size_id FROM variants`,
  tax_rates_once:
    'INSERT INTO tax_rates (name, country, region, tax_class, basis_points, valid_from) SELECT name, country, region, tax_class, 1, valid_from FROM tax_rates',
  invoices_one_per_order: invoiceWith({}),
  invoices_one_per_cause: invoiceWith({
    order_id: `(SELECT id FROM orders ORDER BY number DESC LIMIT 1)`,
    source: 'source',
  }),
  credits_one_per_customer: `INSERT INTO credits (kind, currency, customer_id) SELECT kind, currency, customer_id FROM credits WHERE kind = 'store-credit'`,
  draw_entries_once: `INSERT INTO draw_entries (product_id, variant_id, email, market) SELECT product_id, id, 'twice@example.com', 'eu' FROM (SELECT id, product_id FROM variants LIMIT 1) v, generate_series(1, 2)`,
  draw_entries_one_per_person: `INSERT INTO draw_entries (product_id, variant_id, email, market, status, confirmed_at)
    SELECT product_id, id, 'twice+' || n || '@example.com', 'eu', 'confirmed', now() FROM (SELECT id, product_id FROM variants LIMIT 1) v, generate_series(1, 2) n`,
  draw_entries_place: `INSERT INTO draw_entries (product_id, variant_id, email, market, status, confirmed_at, place)
    SELECT product_id, id, n || '@example.com', 'eu', 'drawn', now(), 1 FROM (SELECT id, product_id FROM variants LIMIT 1) v, generate_series(1, 2) n`,
  stock_alerts_once: `INSERT INTO stock_alerts (variant_id, email, market) SELECT v.id, 'twice@example.com', 'eu' FROM variants v, generate_series(1, 2)`,
  reviews_once: `INSERT INTO reviews (product_id, order_id, rating, name, locale)
    SELECT p.id, o.id, 5, 'A', 'en' FROM (SELECT id FROM products LIMIT 1) p, (SELECT id FROM orders LIMIT 1) o, generate_series(1, 2)`,
  wishlists_one_per_customer: `INSERT INTO wishlists (customer_id) SELECT id FROM (SELECT id FROM customers LIMIT 1) c, generate_series(1, 2)`,
  second_factors_one_per_customer: `INSERT INTO second_factors (customer_id, sealed) SELECT id, 's' FROM (SELECT id FROM customers LIMIT 1) c, generate_series(1, 2)`,
  second_factors_one_per_user: `WITH u AS (INSERT INTO users (name, role, email) VALUES ('G', 'analyst', 'guard@example.com') RETURNING id)
    INSERT INTO second_factors (user_id, sealed) SELECT id, 's' FROM u, generate_series(1, 2)`,
  account_sessions_token: `INSERT INTO account_sessions (token_hash, customer_id, expires_at) SELECT 'twice', id, now() FROM (SELECT id FROM customers LIMIT 1) c, generate_series(1, 2)`,
  passkeys_credential: `INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, is_synced, name)
    SELECT id, 'twice', 'k', 'localhost', 0, false, 'Phone' FROM (SELECT id FROM customers LIMIT 1) c, generate_series(1, 2)`,
  wishlists_items_once: `WITH w AS (INSERT INTO wishlists (secret_hash) VALUES ('guards') RETURNING id)
    INSERT INTO wishlists_items (id, _parent_id, _order, product_id, added_at) SELECT 'w' || n, w.id, n, p.id, now() FROM w, (SELECT id FROM products LIMIT 1) p, generate_series(1, 2) n`,
  review_photos_once: withPhotos('0'),
  search_terms_once: `INSERT INTO search_terms (day, locale, term, searches, found) SELECT '2026-11-27', 'en', 'boots', 1, 1 FROM generate_series(1, 2)`,
  redemptions_once: redemptionWith('amount', '0'),
  promotion_codes_code_idx: `INSERT INTO promotion_codes (code, promotion_id) SELECT code, promotion_id FROM promotion_codes`,
}

/** What a trigger forbids, with words of its refusal. */
const sealed: Readonly<Record<string, [string, string]>> = {
  'a movement is not changed': ['UPDATE stock_movements SET quantity = 1', 'stock_movements is append-only'],
  'a movement is not deleted': ['DELETE FROM stock_movements', 'stock_movements is append-only'],
  'movements are not truncated': ['TRUNCATE stock_movements CASCADE', 'stock_movements is append-only'],
  'a price record is not changed': ['UPDATE price_records SET amount = 1', 'price_records is append-only'],
  'a price record is not deleted': ['DELETE FROM price_records', 'price_records is append-only'],
  'an audit entry is not changed': [
    `UPDATE audit_entries SET actor = 'somebody else'`,
    'audit_entries is append-only',
  ],
  'an audit entry is not deleted': ['DELETE FROM audit_entries', 'audit_entries is append-only'],
  'a consent is not changed': [`UPDATE consents SET choice = 'given'`, 'consents is append-only'],
  'a consent is not deleted': ['DELETE FROM consents', 'consents is append-only'],
  'a redemption is not changed': ['UPDATE redemptions SET amount = 0', 'redemptions is append-only'],
  'a redemption is not deleted': ['DELETE FROM redemptions', 'redemptions is append-only'],
  'a promotion is not redeemed beyond its limit, whoever writes it': [
    redemptionWith('turn', '1').replace(
      'SELECT promotion_id, order_id',
      'SELECT promotion_id, (SELECT id FROM orders WHERE code IS NULL LIMIT 1)',
    ),
    'is used up',
  ],
  'an invoice is not changed': ['UPDATE invoices SET total = total', 'invoices is append-only'],
  'an invoice is not deleted': ['DELETE FROM invoices', 'invoices is append-only'],
  'invoices are not truncated': ['TRUNCATE invoices CASCADE', 'invoices is append-only'],
  'invoices have no gap, whoever writes them': [
    invoiceWith({ serial: 'serial + 2', number: `year || '-' || lpad((serial + 2)::text, 6, '0')` }),
    'would leave a gap',
  ],
  'a credit entry is not changed': ['UPDATE credit_entries SET amount = 1', 'credit_entries is append-only'],
  'a credit entry is not deleted': ['DELETE FROM credit_entries', 'credit_entries is append-only'],
  'a gift card is not deleted': ['DELETE FROM credits', 'credits is append-only'],
  'a balance does not change without an entry': [
    'UPDATE credits SET balance = balance + 1',
    'by a credit entry only',
  ],
  'a gift card does not start with money': [
    `INSERT INTO credits (kind, currency, code_hash, last4, balance) VALUES ('gift-card', 'EUR', 'c', 'd', 5)`,
    'by a credit entry only',
  ],
  'a gift card keeps its currency': [`UPDATE credits SET currency = 'USD'`, 'do not change'],
  'an order is not deleted': ['DELETE FROM orders', 'orders is append-only'],
  'a payment is not deleted': ['DELETE FROM payments', 'payments is append-only'],
  'a refund is not deleted': ['DELETE FROM refunds', 'refunds is append-only'],
  'a return is not deleted': ['DELETE FROM returns', 'returns is append-only'],
  'a note on an order is not deleted': ['DELETE FROM order_notes', 'order_notes is append-only'],
  'a withdrawal is not deleted': ['DELETE FROM withdrawals', 'withdrawals is append-only'],
  'on hand does not change without a movement': [
    'UPDATE stock_levels SET on_hand = on_hand + 1',
    'by a stock movement only',
  ],
  'a level does not start with pairs': [
    `INSERT INTO stock_levels (variant_id, location_id, on_hand) SELECT variant_id, gen_random_uuid(), 5 FROM stock_levels`,
    'by a stock movement only',
  ],
}

interface DatabaseError {
  constraint?: string
  message: string
  state?: string
}

async function refusalOf(req: PayloadRequest, text: string): Promise<DatabaseError> {
  try {
    await rowsOf(req, sql.raw(text))
  } catch (error) {
    const cause = (error as Error).cause as { constraint?: string; message: string } | undefined
    return {
      constraint: cause?.constraint,
      message: cause?.message ?? String(error),
      state: sqlStateOf(error),
    }
  }
  throw new Error(`The database took it: ${text}`)
}

beforeAll(async () => {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [9] })
  const cartOf = async () => {
    const { token } = await createCart(req, {})
    await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
    return token
  }
  const orders = []
  const { code } = await makePromotion(req, { max_uses: 1 }, { codeUses: 5 })
  for (let count = 0; count < 2; count += 1) {
    const token = await cartOf()
    if (count === 0) await setCode(req, token, code)
    orders.push((await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })).order)
  }
  await cartOf()
  await issueCard(req, { amount: 100, currency: 'EUR', locale: 'en' })
  const [customer] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO customers (email) VALUES ('guards@example.com') RETURNING id`,
  )
  await grantCredit(req, { customerId: customer?.id ?? '', currency: 'EUR', amount: 100, reason: 'test' })
  const [order] = orders
  const line = order?.lines[0]
  await captureOrder(req, { orderId: order?.id ?? '' })
  await fillLegal(req)
  await issueInvoice(req, order?.id ?? '')
  await refundOrder(req, {
    orderId: order?.id ?? '',
    lines: [{ lineId: line?.id ?? '', quantity: 1 }],
    reason: 'faulty',
  })
  await rowsOf(
    req,
    sql`WITH r AS (
        INSERT INTO returns (number, order_id, status, resolution, origin) VALUES ('R-1', ${order?.id}, 'requested', 'refund', 'staff') RETURNING id),
      rl AS (
        INSERT INTO returns_lines (_order, _parent_id, id, order_line, variant_id, quantity, reason)
        SELECT 1, id, 'r', ${line?.id}, ${line?.variantId}, 1, 'faulty' FROM r),
      w AS (
        INSERT INTO withdrawals (number, order_id, name, email, stated_at, outcome) VALUES ('W-1', ${order?.id}, 'A', 'a@example.com', now(), 'return') RETURNING id)
      INSERT INTO withdrawals_lines (_order, _parent_id, id, order_line, quantity) SELECT 1, id, 'w', ${line?.id}, 1 FROM w`,
  )
})

describe('every check bites', () => {
  test.each(Object.entries(checks))('%s', async (name, text) => {
    expect(await refusalOf(await getTestRequest(), text)).toMatchObject({ state: '23514', constraint: name })
  })
})

describe('every unique index bites', () => {
  test.each(Object.entries(uniques))('%s', async (name, text) => {
    expect(await refusalOf(await getTestRequest(), text)).toMatchObject({ state: '23505', constraint: name })
  })
})

describe('every ledger is sealed', () => {
  test.each(Object.entries(sealed))('%s', async (_name, [text, words]) => {
    expect((await refusalOf(await getTestRequest(), text)).message).toContain(words)
  })
})

test('what a ledger names is not deleted', async () => {
  const req = await getTestRequest()
  for (const table of ['variants', 'products', 'locations', 'promotions', 'promotion_codes'])
    expect((await refusalOf(req, `DELETE FROM ${table}`)).state).toMatch(/^23(001|502|503)$/)
})

test('no check or unique index of the guards goes without a test', async () => {
  const req = await getTestRequest()
  const made = await rowsOf<{ name: string }>(
    req,
    sql`SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
      UNION SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
        WHERE i.indisunique AND NOT i.indisprimary AND c.relname !~ '_idx$' AND t.relnamespace = 'public'::regnamespace
          AND c.relname !~ '_locale_parent_i'`,
  )
  const untested = made.map(({ name }) => name).filter((name) => !(name in checks) && !(name in uniques))
  expect(untested).toEqual([])
})

test('no trigger of the guards is missing or switched off', async () => {
  const req = await getTestRequest()
  const rows = await rowsOf<{ name: string }>(
    req,
    sql`SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'audit_entries_append_only',
      'audit_entries_seal',
      'invoices_append_only',
      'invoices_no_gap',
      'credit_entries_append_only',
      'credit_entries_apply',
      'credits_by_entry',
      'credits_kept',
      'credits_start_empty',
      'credits_stay',
      'order_notes_kept',
      'orders_kept',
      'payments_kept',
      'price_records_append_only',
      'products_price_changed',
      'refunds_kept',
      'returns_kept',
      'withdrawals_kept',
      'promotions_keep_usage',
      'redemptions_append_only',
      'redemptions_count',
      'stock_levels_by_movement',
      'stock_levels_start_empty',
      'stock_movements_append_only',
      'stock_movements_apply',
      'users_sessions_ended',
      'users_sessions_stay_ended',
      'variants_price_changed',
    ]),
  )
})

test('a new price of something for sale is a record, the same price is none', async () => {
  const req = await getTestRequest()
  const { id, variants } = await makeProduct(req, { stock: [1], price: 5_000 })
  const change = async (query: ReturnType<typeof sql>) => {
    await rowsOf(req, query)
    await refreshPrices(req)
  }
  await refreshPrices(req)
  await change(sql`UPDATE products SET price_in_e_u_r = 6000 WHERE id = ${id}`)
  await change(sql`UPDATE products SET price_in_e_u_r = 6000, title = 'Renamed' WHERE id = ${id}`)
  await change(
    sql`UPDATE variants SET price_in_e_u_r_enabled = true, price_in_e_u_r = 7000 WHERE product_id = ${id}`,
  )
  const records = await rowsOf<{ amount: number }>(
    req,
    sql`SELECT amount::float8 AS amount FROM price_records WHERE variant_id = ${variants[0]?.id} AND currency = 'EUR' ORDER BY effective_from`,
  )
  expect(records.map((record) => record.amount)).toEqual([5_000, 6_000, 7_000])
})

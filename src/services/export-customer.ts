import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { recordAudit } from './audit'
import { addressesOf, under, underOrders, type Addresses } from './former-addresses'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const account: Statement = {
  name: 'export-account',
  text: `SELECT c.id, c.email, c.first_name AS "firstName", c.last_name AS "lastName", c.market::text AS market, c.my_size AS "mySize", c.size_system AS "sizeSystem",
      c.verified_at AS "verifiedAt", c.created_at AS "createdAt", c.note AS "noteOfTheShop", c.google_sub IS NOT NULL AS "signsInWithGoogle",
      (SELECT coalesce(json_agg(g.name ORDER BY g.name), '[]') FROM customers_rels r JOIN customer_groups g ON g.id = r.customer_groups_id
        WHERE r.parent_id = c.id) AS groups,
      (SELECT coalesce(json_agg(json_build_object('device', s.device, 'from', s.created_at, 'seen', s.seen_at, 'until', s.expires_at) ORDER BY s.created_at), '[]')
        FROM account_sessions s WHERE s.customer_id = c.id) AS sessions,
      (SELECT f.confirmed_at FROM second_factors f WHERE f.customer_id = c.id) AS "secondFactorSince",
      (SELECT coalesce(json_agg(json_build_object('email', f.email, 'until', f.until) ORDER BY f.until), '[]')
        FROM account_former_emails f WHERE f.customer_id = c.id) AS "formerEmails",
      (SELECT coalesce(json_agg(json_build_object('kind', k.kind, 'newEmail', k.detail, 'until', k.expires_at) ORDER BY k.expires_at), '[]')
        FROM account_keys k WHERE k.customer_id = c.id AND k.expires_at > now()) AS "openLinks"
    FROM customers c WHERE c.id = ${idOf('$1')}`,
}

const addressOf = (kind: 'shipping' | 'billing'): string => `json_strip_nulls(json_build_object(
  'firstName', o.${kind}_address_first_name, 'lastName', o.${kind}_address_last_name, 'line1', o.${kind}_address_line1, 'line2', o.${kind}_address_line2,
  'postalCode', o.${kind}_address_postal_code, 'city', o.${kind}_address_city, 'region', o.${kind}_address_region,
  'country', o.${kind}_address_country, 'phone', o.${kind}_address_phone))`

const listOf = (fields: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(json_strip_nulls(json_build_object(${fields})) ORDER BY ${order}), '[]') FROM ${from})`

/** Every section is given the addresses, too. */
const ofAccount = 'customer_id = $1::uuid AND cardinality($2::text[]) = cardinality($3::timestamptz[])'
const ofAddress = (email: string, at: string): string => `${under(email, at)} AND $1::uuid IS NOT NULL`

/** $1 is the account, $2 and $3 its addresses, or none when they have not been shown to be theirs. */
const sections: Readonly<Record<string, Statement>> = {
  addresses: {
    name: 'export-addresses',
    text: `SELECT first_name AS "firstName", last_name AS "lastName", line1, line2, postal_code AS "postalCode", city, region, country, phone
      FROM addresses WHERE ${ofAccount} ORDER BY created_at`,
  },
  ownSizes: {
    name: 'export-sizes',
    text: `SELECT segment, foot_mm AS "footMm", width, updated_at AS "keptAt" FROM own_sizes
      WHERE ${ofAccount} ORDER BY segment`,
  },
  children: {
    name: 'export-children',
    text: `SELECT name, foot_mm AS "footMm", measured_on::text AS "measuredOn", created_at AS "addedAt", reminded_of::text AS "remindedOf" FROM child_feet
      WHERE ${ofAccount} ORDER BY created_at`,
  },
  measuringMails: {
    name: 'export-measuring',
    text: `SELECT market, asked_at AS "askedAt" FROM measuring_mails WHERE ${ofAccount}`,
  },
  passkeys: {
    name: 'export-passkeys',
    text: `SELECT name, credential_id AS "credentialId", rp_id AS "site", is_synced AS "isSynced", created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkeys
      WHERE ${ofAccount} ORDER BY created_at`,
  },
  orders: {
    name: 'export-orders',
    text: `SELECT o.number, o.placed_at AS "placedAt", o.email, o.customer_name AS name, o.market, o.currency, o.company, o.vat_number AS "vatNumber",
        o.payment_status AS "paymentStatus", o.fulfilment_status AS "fulfilmentStatus", o.payment_method AS "paymentMethod", o.code,
        o.subtotal::float8 AS subtotal, o.discount::float8 AS discount, o.shipping::float8 AS shipping, o.tax::float8 AS tax, o.total::float8 AS total,
        ${addressOf('shipping')} AS "shippingAddress", ${addressOf('billing')} AS "billingAddress",
        ${listOf(`'sku', l.sku, 'title', l.title, 'colour', l.colour, 'size', l.size, 'labels', l.labels, 'width', l.width, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'total', l.total`, 'orders_lines l WHERE l._parent_id = o.id', 'l._order')} AS lines,
        ${listOf(`'provider', p.provider, 'status', p.status, 'amount', p.amount, 'captured', p.captured, 'refunded', p.refunded, 'at', p.created_at`, 'payments p WHERE p.order_id = o.id', 'p.created_at')} AS payments,
        ${listOf(`'kind', f.kind, 'status', f.status, 'amount', f.amount, 'reason', f.reason, 'at', f.created_at`, 'refunds f WHERE f.order_id = o.id', 'f.created_at')} AS refunds,
        ${listOf(`'carrier', s.carrier, 'trackingNumber', s.tracking_number, 'at', s.shipped_at`, 'shipments s WHERE s.order_id = o.id', 's.shipped_at')} AS shipments,
        ${listOf(`'number', i.number, 'kind', i.kind, 'at', i.issued_at`, 'invoices i WHERE i.order_id = o.id', 'i.issued_at')} AS papers,
        ${listOf(`'kind', t.kind, 'at', t.at, 'note', t.note`, 'orders_timeline t WHERE t._parent_id = o.id', 't._order')} AS timeline
      FROM orders o WHERE o.customer_id = $1::uuid OR ${underOrders('o')} ORDER BY o.placed_at`,
  },
  returns: {
    name: 'export-returns',
    text: `SELECT t.number, o.number AS order, t.status, t.resolution, t.note, t.refusal, t.created_at AS "createdAt",
        ${listOf(`'orderLine', b.order_line, 'quantity', b.quantity, 'reason', b.reason`, 'returns_lines b WHERE b._parent_id = t.id', 'b._order')} AS lines
      FROM returns t JOIN orders o ON o.id = t.order_id WHERE o.customer_id = $1::uuid OR ${underOrders('o')} ORDER BY t.created_at`,
  },
  withdrawals: {
    name: 'export-withdrawals',
    text: `SELECT w.number, o.number AS order, w.name, w.email, w.stated_at AS "statedAt", w.outcome
      FROM withdrawals w JOIN orders o ON o.id = w.order_id WHERE o.customer_id = $1::uuid OR ${underOrders('o')} ORDER BY w.stated_at`,
  },
  reviews: {
    name: 'export-reviews',
    text: `SELECT p.title AS product, r.rating::float8 AS rating, r.title, r.text, r.name, r.fit, r.foot_mm::float8 AS "footMm", r.status, r.reason, r.answer,
        r.created_at AS "createdAt", (SELECT coalesce(json_agg('/media/reviews/' || f.id || '.webp' ORDER BY f.place), '[]')
          FROM review_photos f WHERE f.review_id = r.id) AS photos
      FROM reviews r JOIN products p ON p.id = r.product_id
      WHERE r.customer_id = $1::uuid OR r.order_id IN (SELECT o.id FROM orders o WHERE o.customer_id = $1::uuid OR ${underOrders('o')})
      ORDER BY r.created_at`,
  },
  wishlist: {
    name: 'export-wishes',
    text: `SELECT p.title AS product, p.slug, i.added_at AS "addedAt", w.shared FROM wishlists w JOIN wishlists_items i ON i._parent_id = w.id
      JOIN products p ON p.id = i.product_id WHERE w.${ofAccount} ORDER BY i.added_at`,
  },
  storeCredit: {
    name: 'export-credit',
    text: `SELECT k.kind, k.currency, k.balance::float8 AS balance, k.last4, k.recipient, k.message, k.expires_at AS "expiresAt", ${listOf(`'at', e.created_at, 'kind', e.kind, 'amount', e.amount`, 'credit_entries e WHERE e.credit_id = k.id', 'e.created_at')} AS entries
      FROM credits k WHERE k.customer_id = $1::uuid OR ${under('k.recipient', 'k.created_at')} ORDER BY k.created_at`,
  },
  carts: {
    name: 'export-carts',
    text: `SELECT c.status, c.draft, c.created_at AS "createdAt", ${listOf(`'sku', v.sku, 'quantity', l.quantity`, 'carts_lines l JOIN variants v ON v.id = l.variant_id WHERE l._parent_id = c.id', 'l._order')} AS lines
      FROM carts c WHERE c.customer_id = $1::uuid OR ${under(`c.draft->>'email'`, 'c.created_at')} ORDER BY c.created_at`,
  },
  stockAlerts: {
    name: 'export-alerts',
    text: `SELECT v.sku, a.email, a.status, a.created_at AS "createdAt", a.sent_at AS "sentAt", a.held_until AS "heldUntil", a.place::float8 AS place FROM stock_alerts a JOIN variants v ON v.id = a.variant_id
      WHERE ${ofAddress('a.email', 'a.created_at')} ORDER BY a.created_at`,
  },
  drawEntries: {
    name: 'export-draw-entries',
    text: `SELECT e.id, v.sku, e.email, e.status, e.place::float8 AS place, e.created_at AS "createdAt", e.confirmed_at AS "confirmedAt" FROM draw_entries e JOIN variants v ON v.id = e.variant_id
      WHERE ${ofAddress('e.email', 'e.created_at')} ORDER BY e.created_at`,
  },
  newsletter: {
    name: 'export-letters',
    text: `SELECT email, status, asked_at AS "askedAt", confirmed_at AS "confirmedAt", left_at AS "leftAt" FROM subscribers
      WHERE ${ofAddress('email', 'created_at')}`,
  },
  stoppedAddresses: {
    name: 'export-stops',
    text: `SELECT recipient AS email, reason, since FROM mail_suppressions WHERE ${ofAddress('recipient', 'since')}`,
  },
  messages: {
    name: 'export-messages',
    text: `SELECT name, email, number AS order, text, created_at AS "createdAt" FROM messages WHERE ${ofAddress('email', 'created_at')} ORDER BY created_at`,
  },
  mails: {
    name: 'export-mails',
    text: `SELECT template, recipient, subject, status, sent_at AS "sentAt", created_at AS "createdAt" FROM emails
      WHERE ${ofAddress('recipient', 'created_at')} ORDER BY created_at`,
  },
}

interface Row {
  id: string
  email: string
  verifiedAt: string | null
  noteOfTheShop: string | null
}

export interface CustomerExport {
  exportedAt: string
  shop: string
  /** Whether rows that are known by the address alone are in it. */
  includesRowsOfAddress: boolean
  account: Readonly<Record<string, unknown>>
  [section: string]: unknown
}

const said = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

async function collect(tx: Transaction, values: readonly unknown[]) {
  const found: Record<string, unknown> = {}
  for (const [section, one] of Object.entries(sections))
    found[section] = (await run<Record<string, unknown>>(tx, one, values)).map(said)
  return found
}

/**
 * Everything the shop keeps about a customer, as one document; money in minor units. What is kept under the address alone
 * (orders of a guest, letters, alerts, messages, mails), and under one from before while it was theirs, is in it when the address was shown to be theirs, or for staff.
 * Throws `customer.not-found`.
 */
export const exportCustomer = (
  req: PayloadRequest,
  { customerId, byStaff = false }: { customerId: string; byStaff?: boolean },
): Promise<CustomerExport> =>
  inTransaction(req, async (tx) => {
    const [row] = await run<Row>(tx, account, [customerId])
    if (!row) throw new DomainError('customer.not-found')
    const isProven = byStaff || row.verifiedAt !== null
    const person = { customerId: row.id, email: row.email.toLowerCase() }
    const addresses: Addresses = isProven ? await addressesOf(tx, person) : [[], []]
    const found = await collect(tx, [row.id, ...addresses])
    if (byStaff) await recordAudit(req, { action: 'customer.export', entity: 'customers', entityId: row.id })
    return {
      exportedAt: new Date().toISOString(),
      shop: env.NEXT_PUBLIC_APP_URL,
      includesRowsOfAddress: isProven,
      account: said({ ...row }),
      ...found,
    }
  })

/** The document as a file to keep. */
export function exportFile(found: CustomerExport): Response {
  const name = `my-data-${found.exportedAt.slice(0, 10)}.json`
  return new Response(JSON.stringify(found, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

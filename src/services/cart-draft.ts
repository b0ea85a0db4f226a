import type { PayloadRequest } from 'payload'
import { addressFieldNames, isPrintable } from '#domain/address'
import type { CheckoutDraft } from '#domain/checkout'
import { DomainError } from '#domain/errors'
import type { AddressView } from '#domain/views'
import { withOpenCart } from './cart-lock'
import { readStoredCart } from './cart-rows'
import { cartTokenHash } from './cart-token'
import { together } from './own-line'
import { run, type Statement } from './statement'

const save: Statement = {
  name: 'cart-draft-save',
  // The words of a gift are set by themselves: a step beside them does not take them back.
  text: `UPDATE carts SET draft = $2::jsonb || jsonb_strip_nulls(jsonb_build_object('giftNote', draft -> 'giftNote')), updated_at = now()
    WHERE id = $1`,
}
const read: Statement = {
  name: 'cart-draft-read',
  text: `SELECT draft FROM carts WHERE secret_hash = $1 AND status = 'open'`,
}
const seen: Statement = {
  name: 'cart-prices-seen',
  text: `UPDATE carts_lines l SET seen_price = p.price FROM jsonb_to_recordset($2::jsonb) AS p (id text, price numeric)
    WHERE l._parent_id = $1 AND l.id = p.id AND l.seen_price IS DISTINCT FROM p.price`,
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 254 && isPrintable(value) ? value : undefined

function addressPart(value: unknown): Partial<AddressView> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const given = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    addressFieldNames.flatMap((name) => {
      const part = text(given[name])
      return part === undefined ? [] : [[name, part]]
    }),
  )
}

/** What can be kept of a half-filled form; the rest is left out, never refused. */
function tidyDraft(draft: CheckoutDraft): CheckoutDraft {
  return {
    email: text(draft.email),
    shippingAddress: addressPart(draft.shippingAddress),
    billingAddress: addressPart(draft.billingAddress),
    shippingOption: text(draft.shippingOption),
    paymentMethod: text(draft.paymentMethod),
    company: text(draft.company),
    vatNumber: text(draft.vatNumber),
  }
}

/**
 * Keeps what a shopper has filled in at checkout, as it stands, for the next step or a later visit. Going on is
 * also saying yes to the prices shown. Throws `cart.not-found` or `cart.bought`.
 */
export const saveCheckoutDraft = (req: PayloadRequest, token: string, draft: CheckoutDraft): Promise<void> =>
  withOpenCart(req, token, async (tx, cart) => {
    const saved = run(tx, save, [cart.id, JSON.stringify(tidyDraft(draft))])
    const [, { lines = [] } = {}] = await together(saved, readStoredCart(tx, token))
    const prices = lines.map(({ id, unitPrice }) => ({ id, price: unitPrice }))
    await run(tx, seen, [cart.id, JSON.stringify(prices)])
  })

/** What was filled in; empty when nothing was. Throws `cart.not-found` for a token without an open cart. */
export async function readCheckoutDraft(req: PayloadRequest, token: string): Promise<CheckoutDraft> {
  const [row] = await run<{ draft: CheckoutDraft | null }>(req, read, [cartTokenHash(token)])
  if (!row) throw new DomainError('cart.not-found')
  return row.draft ?? {}
}

import { maxLines, maxPerLine } from '#domain/cart-limits'
import { DomainError } from '#domain/errors'
import { allowedPairs, notYet } from '#domain/launch'
import type { Currency } from '#domain/markets'
import { databaseNow, runningCampaignsSql, type CampaignRow } from './campaign-rows'
import { unitPriceOf } from './cart-prices'
import { defaultLocationSql, forSaleSql, heldForCartSql } from './cart-rows'
import { boughtSql, launchesAtSql } from './launch-rows'
import { regularPriceSql } from './regular-price'
import { cartTokenHash, newRowId } from './cart-token'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A variant beside what a cart already holds of it. */
export interface Offer {
  variantId: string
  unitPrice: number
  available: number
  /** How many of them are held for this cart. */
  held: number
  inCart: number
  lines: number
  /** Pairs of all its sizes that this person may still buy; null without a limit. */
  allowed: number | null
  /** Pairs of its other sizes in the cart. */
  beside: number
  perPerson: number | null
}

interface OfferRow extends Omit<Offer, 'unitPrice' | 'allowed'> {
  launchesAt: string | Date | null
  bought: number
  forSale: boolean
  regularPrice: number | null
  campaigns: CampaignRow[]
  currency: Currency
  now: number
}

const offer: Statement = {
  name: 'cart-offer',
  text: `SELECT v.id AS "variantId", ${forSaleSql} AS "forSale", (${regularPriceSql('cart.currency')})::float8 AS "regularPrice",
      ${runningCampaignsSql('cart.customer_id')} AS campaigns, cart.currency, ${databaseNow} AS now, ${launchesAtSql} AS "launchesAt",
      p.per_person::float8 AS "perPerson", CASE WHEN p.per_person IS NULL THEN 0 ELSE ${boughtSql('p', 'cart.customer_id')} END AS bought,
      coalesce((SELECT sum(l.quantity) FROM carts_lines l JOIN variants other ON other.id = l.variant_id
        WHERE l._parent_id = cart.id AND other.product_id = p.id AND other.id <> v.id), 0)::float8 AS beside,
      (greatest(coalesce(s.on_hand - s.reserved, 0), 0) + mine.pairs)::float8 AS available, mine.pairs::float8 AS held,
      coalesce((SELECT l.quantity FROM carts_lines l WHERE l._parent_id = cart.id AND l.variant_id = v.id), 0)::float8 AS "inCart",
      (SELECT count(*) FROM carts_lines l WHERE l._parent_id = cart.id)::float8 AS lines
    FROM carts cart, variants v JOIN products p ON p.id = v.product_id
    LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = ${defaultLocationSql}
    ${heldForCartSql('cart.id')}
    WHERE cart.secret_hash = $1 AND v.id = $2`,
}

/** What the cart that a token names may buy of a variant; of a cart or variant that is not there nothing. */
export async function readOffer(
  tx: Transaction,
  token: string,
  variantId: string,
): Promise<OfferRow | undefined> {
  const [row] = await run<OfferRow>(tx, offer, [cartTokenHash(token), variantId])
  return row
}

/** What the cart may buy of a variant now. Throws as `checkOffer` does. */
export const offerOf = async (tx: Transaction, token: string, variantId: string): Promise<Offer> =>
  checkOffer(await readOffer(tx, token, variantId), variantId)

/** Throws `variant.not-found` for what is not for sale in the cart's market, `launch.not-yet` before its launch. */
export function checkOffer(row: OfferRow | undefined, variantId: string): Offer {
  const unitPrice = row ? unitPriceOf(row, row.currency, row.now).unitPrice : null
  if (!row?.forSale || unitPrice === null) throw new DomainError('variant.not-found', { variantId })
  if (row.launchesAt) throw notYet([{ variantId, startsAt: row.launchesAt }])
  const { available, held, inCart, lines, perPerson, bought, beside } = row
  const allowed = perPerson === null ? null : allowedPairs(perPerson, bought)
  return {
    ...{ variantId: row.variantId, unitPrice, available, held, inCart, lines },
    ...{ perPerson, beside, allowed },
  }
}

/** Throws `validation.failed` above 20 pairs, `cart.full` for a 51st line, `launch.limit` for more than one person may buy, `stock.insufficient` for more than is there. */
export function checkQuantity(offer: Offer, quantity: number): void {
  const { variantId, available, inCart, lines, allowed, beside, perPerson } = offer
  if (quantity > maxPerLine)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'quantity', message: `At most ${maxPerLine} a line.` }],
    })
  if (inCart === 0 && lines >= maxLines) throw new DomainError('cart.full', { lines: maxLines })
  if (allowed !== null && beside + quantity > allowed)
    throw new DomainError('launch.limit', {
      products: [{ variantId, most: perPerson, left: Math.max(0, allowed - beside) }],
    })
  if (quantity > available)
    throw new DomainError('stock.insufficient', { lines: [{ variantId, requested: quantity, available }] })
}

const put: Statement = {
  name: 'cart-put-line',
  text: `INSERT INTO carts_lines (id, _parent_id, _order, variant_id, quantity, seen_price)
    VALUES ($1, $2, (SELECT coalesce(max(_order), 0) + 1 FROM carts_lines WHERE _parent_id = $2), $3, $4, $5)
    ON CONFLICT (_parent_id, variant_id) DO UPDATE SET quantity = excluded.quantity, seen_price = excluded.seen_price`,
}

/** The line of a variant holds so many pairs from now on. */
export const putLine = (tx: Transaction, cartId: string, { variantId, unitPrice }: Offer, quantity: number) =>
  run(tx, put, [newRowId(), cartId, variantId, quantity, unitPrice])

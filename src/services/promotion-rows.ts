import { currencies } from '#domain/markets'
import type { Gift, Promotion } from '#domain/promotions/promotion'
import { translatedSql } from './translated'

interface GiftLine extends Omit<Gift, 'value'> {
  unitPrice: number | null
}

/** A promotion with what it has used up, for one cart; its gift as the line that it would be. */
export interface StoredPromotion<Line> extends Omit<Promotion, 'gift'> {
  codeId: string | null
  gift: Line | null
}

const giftOf = ({ variantId, quantity, available, unitPrice }: GiftLine): Gift => ({
  variantId,
  quantity,
  available,
  value: unitPrice ?? 0,
})

export const promotionOf = (promotion: StoredPromotion<GiftLine>): Promotion => ({
  ...promotion,
  gift: promotion.gift && giftOf(promotion.gift),
})

const inCurrency = (column: string): string =>
  `CASE c.currency ${currencies.map((one) => `WHEN '${one}' THEN ${column}_${one.toLowerCase()}`).join(' ')} END`
const anyCurrency = (column: string): string =>
  `num_nonnulls(${currencies.map((one) => `${column}_${one.toLowerCase()}`).join(', ')}) > 0`
/** Amounts that are given, but not in the cart's currency. */
const isElsewhere = (column: string): string => `(${anyCurrency(column)} AND ${inCurrency(column)} IS NULL)`

const ids = (path: string, column: string): string =>
  `coalesce(array_agg(r.${column}) FILTER (WHERE r.path = '${path}'), '{}')`

const withDescendants = `(WITH RECURSIVE tree AS (
    SELECT unnest(lists.categories) AS id UNION SELECT k.id FROM categories k JOIN tree ON k.parent_id = tree.id)
  SELECT coalesce(json_agg(tree.id), '[]'::json) FROM tree)`

const ofThem = `(r.email_key = here.email_key OR r.customer_key = here.customer::text)`

/** The promotion `pr` applies by itself as the statement runs. */
export const isOpenSql = `(pr.applies = 'automatic' AND pr.active AND coalesce(pr.starts_at <= statement_timestamp(), true)
    AND coalesce(pr.ends_at > statement_timestamp(), true))`

/**
 * The promotions that may concern a cart `c`, as JSON: all that apply by themselves now, and the one its code names whether it
 * may apply or not. `here` knows locale, customer and hash of the e-mail address.
 */
export const promotionsSql = `(SELECT coalesce(json_agg(json_build_object(
    'id', pr.id, 'isActive', coalesce(pr.active, false) AND coalesce(code.active, true), 'code', code.code, 'codeId', code.id,
    'name', ${translatedSql('promotions_locales', 'name', 'pr.id', 'here.locale')},
    'effect', pr.effect, 'percent', round(coalesce(pr.percent, 0) * 100), 'amount', ${inCurrency('pr.amount')},
    'buy', coalesce(pr.buy, 1), 'get', coalesce(pr.get, 1), 'getPercent', round(coalesce(pr.get_percent, 100) * 100),
    'priority', pr.priority, 'isExclusive', pr.combines = 'alone', 'startsAt', pr.starts_at, 'endsAt', pr.ends_at,
    'isInCurrency', NOT (${isElsewhere('pr.amount')} OR ${isElsewhere('pr.min_value')} OR ${isElsewhere('pr.budget')}),
    'minValue', ${inCurrency('pr.min_value')}, 'minQuantity', pr.min_quantity,
    'products', to_json(lists.products), 'brands', to_json(lists.brands), 'groups', to_json(lists.groups),
    'categories', CASE WHEN cardinality(lists.categories) = 0 THEN '[]'::json ELSE ${withDescendants} END,
    'countries', (SELECT coalesce(json_agg(t.text), '[]'::json) FROM promotions_texts t WHERE t.parent_id = pr.id AND t.path = 'countries'),
    'needsFirstOrder', coalesce(pr.first_order, false),
    'isFirstOrder', CASE WHEN pr.first_order THEN NOT EXISTS (SELECT 1 FROM orders o WHERE o.fulfilment_status <> 'cancelled'
      AND (molini_email_key(o.email) = here.email_key OR o.customer_id = here.customer)) ELSE true END,
    'maxUses', pr.max_uses, 'maxPerCustomer', pr.max_per_customer, 'maxOfCode', code.max_uses, 'budget', ${inCurrency('pr.budget')},
    'uses', coalesce(used.uses, 0), 'spent', coalesce(${inCurrency('used.spent')}, 0),
    'usesOfCode', CASE WHEN code.max_uses IS NULL THEN 0 ELSE (SELECT coalesce(sum(r.uses), 0) FROM redemptions r WHERE r.code_id = code.id) END,
    'usesOfCustomer', CASE WHEN pr.max_per_customer IS NULL THEN 0 ELSE
      (SELECT coalesce(sum(r.uses), 0) FROM redemptions r WHERE r.promotion_id = pr.id AND ${ofThem}) END
  )), '[]'::json)
  FROM promotions pr
  LEFT JOIN promotion_codes code ON code.code = c.code AND code.promotion_id = pr.id
  LEFT JOIN promotion_usage used ON used.promotion_id = pr.id
  LEFT JOIN LATERAL (SELECT ${ids('products', 'products_id')} AS products, ${ids('categories', 'categories_id')} AS categories,
    ${ids('brands', 'brands_id')} AS brands, ${ids('customerGroups', 'customer_groups_id')} AS groups
    FROM promotions_rels r WHERE r.parent_id = pr.id) lists ON true
  WHERE code.id IS NOT NULL OR ${isOpenSql})`

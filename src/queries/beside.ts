import { cached } from '#cache'
import { colourOfEach, coloursInStock, relatedTo, type GroupedColour } from '#catalogue/beside'
import { careColour } from '#domain/care'
import { markets, type Market, type MarketId } from '#domain/markets'
import type { CareView, ProductCard, ProductView } from '#domain/views'
import { getCards } from './cards'
import { getCarePlan } from './care'
import { currentCatalogue } from './catalogue'
import { memoryCards } from './memory-cards'
import { offers, rowsOf, sql, uuidList, type Sql } from './sql'

interface BesideCards {
  /** One colour of each style that completes the look, in the order of the style. */
  look: ProductCard[]
  /** By rule, see `relatedTo`; nothing that is in `look`. */
  related: ProductCard[]
  /** What the care plan names, in stock, each in the colour of the shoe where there is one. */
  goods: ProductCard[]
}

export interface Beside extends Omit<BesideCards, 'goods'> {
  /** How the shoe is cared for, and with what. */
  care?: CareView
}

const mostRelated = 5

/** What stands beside a product on its page. Any change of the catalogue may be a change of it. */
export async function getBeside(market: MarketId, product: ProductView): Promise<Beside> {
  const plan = await getCarePlan(market, product)
  const asked = {
    product: product.id,
    styles: product.completes.map(({ id }) => id),
    goods: plan?.goods ?? [],
    colour: product.colourGroup ?? '',
  }
  const key = [asked.product, ...asked.styles, asked.colour, ...asked.goods]
  const tags = ['catalogue', 'products', `product:${product.slug}`] as const
  const { goods, ...cards } = await cached(['beside', market, ...key], tags, () =>
    readBeside(markets[market], asked),
  )
  return { ...cards, ...(plan && { care: { title: plan.title, steps: plan.steps, goods } }) }
}

interface Asked {
  product: string
  styles: readonly string[]
}

interface AskedAll extends Asked {
  /** Styles of the care plan, and the colour group of the shoe. */
  goods: readonly string[]
  colour: string
}

async function readBeside(market: Market, asked: AskedAll): Promise<BesideCards> {
  const catalogue = await currentCatalogue(0)
  if (!catalogue) return fromSql(market, asked)
  const { product, styles } = asked
  const { currency } = market
  const look = colourOfEach(catalogue, currency, styles)
  const related = relatedTo(catalogue, { currency, product, without: styles, most: mostRelated })
  const goods = goodsOf(asked, (style) => coloursInStock(catalogue, currency, style))
  return {
    look: memoryCards(catalogue, market, look),
    related: memoryCards(catalogue, market, related),
    goods: memoryCards(catalogue, market, goods),
  }
}

/** Of each care product the colour to show; none of what is sold out. */
const goodsOf = (
  { goods, colour }: AskedAll,
  coloursOf: (style: string) => readonly GroupedColour[],
): string[] => goods.flatMap((style) => careColour(coloursOf(style), colour)?.id ?? [])

/** The same while the catalogue is read into memory, and for what only one transaction sees. */
async function fromSql(market: Market, asked: AskedAll): Promise<BesideCards> {
  const [look, related, colours] = await Promise.all([
    rowsOf<{ id: string }>(lookSql(market, asked)),
    rowsOf<{ id: string }>(relatedSql(market, asked)),
    asked.goods.length === 0 ? [] : rowsOf<GroupedColour & { style: string }>(coloursSql(market, asked)),
  ])
  const goods = goodsOf(asked, (style) => colours.filter((colour) => colour.style === style))
  const ids = [...[...look, ...related].map(({ id }) => id), ...goods]
  const cards = await getCards(market, ids)
  const cardsOf = (wanted: readonly string[]) =>
    wanted.flatMap((id) => cards.find((card) => card.id === id) ?? [])
  return {
    look: cardsOf(look.map(({ id }) => id)),
    related: cardsOf(related.map(({ id }) => id)),
    goods: cardsOf(goods),
  }
}

const coloursSql = (market: Market, { goods }: AskedAll): Sql => sql`
  SELECT p.id, p.style_id AS style, p.colour_group::text AS group
  FROM ${here(market, sql`SELECT unnest(${uuidList(goods)})`)} here JOIN products p ON p.id = here.product_id
  JOIN styles s ON s.id = p.style_id ORDER BY ${leading}, ${popular}`

const popular = sql`p.popularity DESC NULLS LAST, p.launched_at DESC NULLS LAST, p.id`

/** The colour that stands for its style first. */
const leading = sql`s.lead_product_id IS NOT DISTINCT FROM p.id DESC`

/** Products of `styles` with a pair in stock. */
const here = ({ currency }: Market, styles: Sql): Sql => sql`(
  SELECT product_id FROM (${offers(currency)} AND p.style_id IN (${styles})) offer
  GROUP BY product_id HAVING sum(available) > 0)`

export const lookSql = (market: Market, { styles }: Asked): Sql => sql`
  SELECT best.id FROM unnest(${uuidList(styles)}) WITH ORDINALITY AS wanted (style, place)
  JOIN LATERAL (
    SELECT p.id FROM products p JOIN ${here(market, sql`SELECT unnest(${uuidList(styles)})`)} here ON here.product_id = p.id
    JOIN styles s ON s.id = p.style_id WHERE s.id = wanted.style ORDER BY ${leading}, ${popular} LIMIT 1) best ON true
  ORDER BY wanted.place`

export const relatedSql = (market: Market, { product, styles }: Asked): Sql => sql`
  WITH own AS (SELECT s.id, s.brand_id, s.segment FROM products p JOIN styles s ON s.id = p.style_id WHERE p.id = ${product}::uuid),
  near AS (
    SELECT s.id, s.lead_product_id AS lead, (s.brand_id = own.brand_id)::int + 2 * EXISTS (
      SELECT FROM styles_rels one JOIN styles_rels other ON other.categories_id = one.categories_id AND other.path = 'categories'
      WHERE one.parent_id = own.id AND one.path = 'categories' AND other.parent_id = s.id)::int AS near
    FROM styles s JOIN own ON s.id <> own.id AND s.segment IS NOT DISTINCT FROM own.segment
    WHERE s.id <> ALL (${uuidList(styles)})),
  here AS MATERIALIZED (SELECT product_id FROM ${here(market, sql`SELECT id FROM near`)} offered)
  SELECT coalesce((SELECT product_id FROM here WHERE product_id = p.lead), p.id) AS id FROM (
    SELECT DISTINCT ON (p.style_id) p.id, p.popularity, p.launched_at, near.near,
      CASE WHEN EXISTS (SELECT FROM products led WHERE led.id = near.lead AND led.style_id = p.style_id) THEN near.lead END AS lead
    FROM here
    JOIN products p ON p.id = here.product_id JOIN near ON near.id = p.style_id
    ORDER BY p.style_id, ${popular}) p
  ORDER BY p.near DESC, ${popular} LIMIT ${mostRelated}`

import { beforeAll, expect, test } from 'vitest'
import { colourOfEach, relatedTo } from '#catalogue/beside'
import { markets } from '#domain/markets'
import { lookSql, relatedSql } from './beside'
import { currentCatalogue, loadCatalogue } from './catalogue'
import { rowsOf, sql } from './sql'
import { makeCatalogue, type NaiveCatalogue } from './testing/catalogue-rows'

const market = markets.eu
let catalogue: NaiveCatalogue
beforeAll(async () => {
  catalogue = await makeCatalogue(30, 5)
  // Some styles leave the category, some stand in another, some colours move to the style of a neighbour.
  await rowsOf(sql`WITH other AS (INSERT INTO categories (slug) VALUES (${`other-${catalogue.category}`}) RETURNING id),
    own AS (SELECT id, style_id, row_number() OVER (ORDER BY slug) AS nth FROM products WHERE id = ANY (${sql.param(catalogue.products.map(({ id }) => id))}::uuid[]))
    UPDATE styles_rels SET categories_id = (SELECT id FROM other) WHERE parent_id IN (SELECT style_id FROM own WHERE nth % 4 = 0)`)
  await rowsOf(sql`WITH own AS (SELECT id, style_id, row_number() OVER (ORDER BY slug) AS nth FROM products WHERE id = ANY (${sql.param(catalogue.products.map(({ id }) => id))}::uuid[]))
    UPDATE products SET style_id = (SELECT o.style_id FROM own o WHERE o.nth = own.nth - 1), popularity = CASE WHEN own.nth % 2 = 0 THEN 3 END
    FROM own WHERE products.id = own.id AND own.nth % 5 = 0`)
  // Every second style is led by its least popular colour, and some by a colour of another style, which counts for nothing.
  await rowsOf(sql`WITH own AS (SELECT DISTINCT ON (style_id) id, style_id FROM products WHERE id = ANY (${sql.param(catalogue.products.map(({ id }) => id))}::uuid[])
      ORDER BY style_id, popularity NULLS FIRST, id DESC), placed AS (SELECT *, row_number() OVER (ORDER BY style_id) AS nth FROM own)
    UPDATE styles SET lead_product_id = CASE WHEN nth % 6 = 0 THEN (SELECT o.id FROM placed o WHERE o.nth = placed.nth - 1) ELSE placed.id END
    FROM placed WHERE styles.id = placed.style_id AND nth % 2 = 0`)
})

async function styleOf(id: string): Promise<string> {
  const [row] = await rowsOf<{ style: string }>(
    sql`SELECT style_id AS style FROM products WHERE id = ${id}::uuid`,
  )
  return row?.style ?? ''
}

/** Other tests change the same database, now and then so much that it is read anew. */
async function memory() {
  for (let tries = 0; tries < 5; tries += 1) {
    await loadCatalogue().catch(() => undefined)
    const found = await currentCatalogue(0)
    if (found) return found
  }
  throw new Error('The catalogue is not there')
}

test('memory and SQL put the same shoes beside each product, in the same order', async () => {
  const held = await memory()
  const styles = await Promise.all(catalogue.products.slice(0, 4).map(({ id }) => styleOf(id)))
  let many = 0
  for (const { id: product } of catalogue.products) {
    const asked = { product, styles }
    const rows = await rowsOf<{ id: string }>(relatedSql(market, asked))
    const related = relatedTo(held, { currency: market.currency, product, without: styles, most: 5 })
    expect(related).toEqual(rows.map(({ id }) => id))
    many += related.length
  }
  expect(many).toBeGreaterThan(20)
  const look = await rowsOf<{ id: string }>(lookSql(market, { product: '', styles }))
  expect(colourOfEach(held, market.currency, styles)).toEqual(look.map(({ id }) => id))
  expect(look.length).toBeGreaterThan(1)
})

interface Near {
  id: string
  style: string
  segment: string
  brand: string
  categories: string[] | null
  pairs: number
  popularity: number | null
}

test('what is related has the segment, a pair in stock and another style; category and brand come first, then popularity', async () => {
  const held = await memory()
  const rows = await rowsOf<Near>(sql`
    SELECT p.id, p.style_id AS style, s.segment::text AS segment, s.brand_id AS brand, p.popularity::float8 AS popularity,
      (SELECT json_agg(r.categories_id) FROM styles_rels r WHERE r.parent_id = s.id AND r.path = 'categories') AS categories,
      (SELECT coalesce(sum(l.on_hand - l.reserved), 0)::int FROM variants v JOIN stock_levels l ON l.variant_id = v.id WHERE v.product_id = p.id) AS pairs
    FROM products p JOIN styles s ON s.id = p.style_id WHERE p.id = ANY (${sql.param(catalogue.products.map(({ id }) => id))}::uuid[])`)
  const by = new Map(rows.map((row) => [row.id, row]))
  const near = (one: Near, other: Near): number =>
    2 * Number((one.categories ?? []).some((id) => (other.categories ?? []).includes(id))) +
    Number(one.brand === other.brand)
  for (const own of rows) {
    const ids = relatedTo(held, { currency: market.currency, product: own.id, without: [], most: 5 })
    const found = ids.flatMap((id) => by.get(id) ?? [])
    expect(found).toHaveLength(ids.length)
    expect(
      found.every(({ segment, pairs, style }) => segment === own.segment && pairs > 0 && style !== own.style),
    ).toBe(true)
    expect(new Set(found.map(({ style }) => style)).size).toBe(found.length)
    // A style stands where its most popular colour in stock puts it, whichever leads it.
    const best = (style: string) =>
      Math.max(
        ...rows
          .filter((one) => one.style === style && one.pairs > 0)
          .map(({ popularity }) => popularity ?? -1),
      )
    const order = found.map((one) => near(own, one) * 1000 + best(one.style))
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  }
})

test('a shoe that sells out leaves the row beside others with the next answer', async () => {
  const own = catalogue.products[0]?.id ?? ''
  const ask = async () =>
    relatedTo(await memory(), { currency: market.currency, product: own, without: [], most: 5 })
  const [first] = await ask()
  await rowsOf(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind)
    SELECT l.variant_id, l.location_id, -l.on_hand, 'correction' FROM stock_levels l JOIN variants v ON v.id = l.variant_id
    WHERE v.product_id = ${first}::uuid AND l.on_hand > 0`)
  expect(await ask()).not.toContain(first)
})

test('the colour that leads its style is shown, as long as a pair of it is there', async () => {
  const [row] = await rowsOf<{ style: string; ids: string[] }>(sql`
    SELECT p.style_id AS style, array_agg(p.id ORDER BY p.popularity DESC NULLS LAST, p.id) AS ids FROM products p
    WHERE p.id = ANY (${sql.param(catalogue.products.map(({ id }) => id))}::uuid[]) AND EXISTS (
      SELECT FROM variants v JOIN stock_levels l ON l.variant_id = v.id WHERE v.product_id = p.id AND l.on_hand > l.reserved)
    GROUP BY p.style_id HAVING count(*) > 1 LIMIT 1`)
  const [style, least] = [row?.style ?? '', row?.ids.at(-1) ?? '']
  const ask = async () => {
    const [inMemory, rows] = await Promise.all([
      memory().then((held) => colourOfEach(held, market.currency, [style])),
      rowsOf<{ id: string }>(lookSql(market, { product: '', styles: [style] })),
    ])
    expect(inMemory).toEqual(rows.map(({ id }) => id))
    return inMemory[0]
  }
  await rowsOf(sql`UPDATE styles SET lead_product_id = NULL WHERE id = ${style}::uuid`)
  const popular = await ask()
  expect(popular).not.toBe(least)
  await rowsOf(sql`UPDATE styles SET lead_product_id = ${least}::uuid WHERE id = ${style}::uuid`)
  expect(await ask()).toBe(least)
  await rowsOf(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind)
    SELECT l.variant_id, l.location_id, -l.on_hand, 'correction' FROM stock_levels l JOIN variants v ON v.id = l.variant_id
    WHERE v.product_id = ${least}::uuid AND l.on_hand > 0`)
  expect(await ask()).toBe(popular)
})

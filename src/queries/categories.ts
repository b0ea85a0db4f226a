import { cached } from '#cache'
import { markets, type Market, type MarketId } from '#domain/markets'
import type { CategoryNode, CategoryView } from '#domain/content-views'
import type { ImageView } from '#domain/views'
import type { CategoryScope } from './listing-sql'
import { imageJson, rowsNamed, sql, words } from './sql'

export interface CategoryRow {
  id: string
  parent: string | null
  slug: string
  path: string
  name: string
  description: string | null
  picture: ImageView | null
  seoTitle: string | null
  seoDescription: string | null
}

/** All categories, parents before children. The path comes from the slugs themselves, so that it is never stale. */
export const getCategories = (market: Market): Promise<CategoryRow[]> =>
  cached(['categories', market.locale], ['categories'], () =>
    rowsNamed<CategoryRow>(
      'categories',
      sql`
      WITH RECURSIVE tree AS (
        SELECT c.id, c.parent_id, c.slug, c.slug::text AS path, c."order", c.picture_id, 1 AS depth
        FROM categories c WHERE c.parent_id IS NULL AND c.deleted_at IS NULL
        UNION ALL
        SELECT c.id, c.parent_id, c.slug, tree.path || '/' || c.slug, c."order", c.picture_id, tree.depth + 1
        FROM categories c JOIN tree ON tree.id = c.parent_id WHERE c.deleted_at IS NULL AND tree.depth < 8)
      SELECT id, parent_id AS parent, slug, path, coalesce(${words('categories', 'name', sql`tree.id`, market.locale)}, slug) AS name,
        ${words('categories', 'description', sql`tree.id`, market.locale)} AS description,
        ${imageJson(sql`tree.picture_id`, market.locale)} AS picture,
        ${words('categories', 'seo_title', sql`tree.id`, market.locale)} AS "seoTitle",
        ${words('categories', 'seo_description', sql`tree.id`, market.locale)} AS "seoDescription"
      FROM tree ORDER BY depth, "order", slug`,
    ),
  )

const childrenOf = (rows: readonly CategoryRow[], parent: string | null): CategoryNode[] =>
  rows
    .filter((row) => row.parent === parent)
    .map((row) => ({ ...toNode(row), children: childrenOf(rows, row.id) }))

const toNode = (row: CategoryRow): CategoryNode => ({
  id: row.id,
  slug: row.slug,
  path: row.path,
  name: row.name,
  ...(row.picture ? { picture: row.picture } : {}),
  children: [],
})

/** The whole tree, siblings in their order. */
export async function getCategoryTree(market: MarketId): Promise<CategoryNode[]> {
  return childrenOf(await getCategories(markets[market]), null)
}

/** From the root to the category itself. */
export function trailOf(rows: readonly CategoryRow[], id: string | null): CategoryRow[] {
  const row = rows.find((one) => one.id === id)
  return row ? [...trailOf(rows, row.parent), row] : []
}

/** One category by its path, as in an address: `men/men-shoes`. */
export async function getCategory(market: MarketId, path: string): Promise<CategoryView | undefined> {
  const rows = await getCategories(markets[market])
  const row = rows.find((one) => one.path === path)
  if (!row) return undefined
  return {
    ...toNode(row),
    ...(row.description ? { description: row.description } : {}),
    breadcrumbs: trailOf(rows, row.id).map(({ path: at, name }) => ({ path: at, name })),
    children: childrenOf(rows, row.id),
    seo: {
      ...(row.seoTitle ? { title: row.seoTitle } : {}),
      ...(row.seoDescription ? { description: row.seoDescription } : {}),
    },
  }
}

/** A category and all below it, by slug, path or id. */
export async function findCategory(market: Market, name: string): Promise<CategoryScope | undefined> {
  const rows = await getCategories(market)
  const row = rows.find((one) => one.slug === name || one.path === name || one.id === name)
  if (!row) return undefined
  const below = rows.filter((one) => one.path === row.path || one.path.startsWith(`${row.path}/`))
  return { id: row.id, ids: below.map((one) => one.id) }
}

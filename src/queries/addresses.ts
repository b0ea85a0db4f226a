import { cached } from '#cache'
import { rowsOf, sql } from './sql'

export interface ShopAddresses {
  products: { slug: string; changedAt: string }[]
  categories: string[]
  pages: string[]
}

/** One sitemap holds this many addresses at most. Source: sitemaps.org. */
const atMost = 8000

/** Everything of the shop that has an address of its own, for search engines; paths of the default market. */
export const getShopAddresses = (): Promise<ShopAddresses> =>
  cached(['shop-addresses'], ['catalogue', 'pages'], async () => {
    const [products, categories, pages] = await Promise.all([
      rowsOf<{ slug: string; changedAt: string }>(sql`
        SELECT p.slug, to_char(p.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
        FROM products p JOIN styles s ON s.id = p.style_id
        WHERE p._status = 'published' AND p.deleted_at IS NULL AND s._status = 'published' AND s.deleted_at IS NULL
        ORDER BY p.popularity DESC, p.slug LIMIT ${atMost}`),
      rowsOf<{ path: string }>(sql`
        WITH RECURSIVE tree AS (
          SELECT id, slug::text AS path, 1 AS depth FROM categories WHERE parent_id IS NULL AND deleted_at IS NULL
          UNION ALL
          SELECT c.id, tree.path || '/' || c.slug, tree.depth + 1
          FROM categories c JOIN tree ON tree.id = c.parent_id WHERE c.deleted_at IS NULL AND tree.depth < 8)
        SELECT path FROM tree ORDER BY path`),
      rowsOf<{ slug: string }>(sql`
        SELECT slug FROM pages WHERE _status = 'published' AND deleted_at IS NULL AND slug <> 'home' ORDER BY slug`),
    ])
    return { products, categories: categories.map(({ path }) => path), pages: pages.map(({ slug }) => slug) }
  })

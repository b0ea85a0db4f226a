import type { MarketId } from '#domain/markets'
import { currenciesSql, marketsOf } from './product-markets'
import { fileVersion, isoTime, rowsOf, sql } from './sql'

export interface SitemapPage {
  /** A path of the default market. */
  path: string
  changedAt?: string
  /** Addresses of pictures, below the shop's own. */
  pictures: string[]
  markets?: MarketId[]
}

const published = sql`p._status = 'published' AND p.deleted_at IS NULL AND s._status = 'published' AND s.deleted_at IS NULL`

/** How many product pages there are. */
export async function countProductPages(): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM products p JOIN styles s ON s.id = p.style_id WHERE ${published}`,
  )
  return row?.count ?? 0
}

const batch = 500
const mostPictures = 10

/** Product pages in the order of their slugs, from the `skip`th on, `count` at most, a batch at a time. */
export async function* readProductPages(skip: number, count: number): AsyncGenerator<SitemapPage[]> {
  let after = ''
  let left = count
  let offset = skip
  while (left > 0) {
    const rows = await rowsOf<{
      slug: string
      changedAt: string
      pictures: string[]
      currencies: string[] | null
    }>(sql`
      SELECT p.slug, ${isoTime(sql`greatest(p.updated_at, s.updated_at)`)} AS "changedAt", ${currenciesSql} AS currencies,
        ARRAY(SELECT '/media/' || m.id || '-' || ${fileVersion(sql`m`)} || '/1600.webp'
          FROM products_pictures pic JOIN media m ON m.id = pic.image_id
          WHERE pic._parent_id = p.id ORDER BY pic._order LIMIT ${mostPictures}) AS pictures
      FROM products p JOIN styles s ON s.id = p.style_id
      WHERE ${published} AND p.slug > ${after} ORDER BY p.slug OFFSET ${offset} LIMIT ${Math.min(batch, left)}`)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ slug, currencies, ...row }) => ({
      ...row,
      path: `/p/${slug}`,
      markets: marketsOf(currencies ?? []),
    }))
    after = last.slug
    offset = 0
    left -= rows.length
  }
}

/** Home, categories, content pages, the journal and who writes in it; there are few. */
export async function readOtherPages(): Promise<SitemapPage[]> {
  const [categories, pages, articles, authors] = await Promise.all([
    rowsOf<{ path: string; changedAt: string }>(sql`
      WITH RECURSIVE tree AS (
        SELECT id, slug::text AS path, 1 AS depth, updated_at FROM categories WHERE parent_id IS NULL AND deleted_at IS NULL
        UNION ALL
        SELECT c.id, tree.path || '/' || c.slug, tree.depth + 1, c.updated_at
        FROM categories c JOIN tree ON tree.id = c.parent_id WHERE c.deleted_at IS NULL AND tree.depth < 8)
      SELECT '/c/' || path AS path, ${isoTime(sql`updated_at`)} AS "changedAt" FROM tree ORDER BY path`),
    rowsOf<{ path: string; changedAt: string }>(sql`
      SELECT CASE WHEN slug = 'home' THEN '/' ELSE '/' || slug END AS path, ${isoTime(sql`updated_at`)} AS "changedAt"
      FROM pages WHERE _status = 'published' AND deleted_at IS NULL AND slug IS NOT NULL ORDER BY slug <> 'home', slug`),
    rowsOf<{ path: string; changedAt: string }>(sql`
      SELECT '/journal' || coalesce('/' || slug, '') AS path, ${isoTime(sql`max(updated_at)`)} AS "changedAt"
      FROM articles WHERE _status = 'published' AND deleted_at IS NULL AND slug IS NOT NULL
      GROUP BY GROUPING SETS ((slug), ()) HAVING count(*) > 0 ORDER BY slug NULLS FIRST`),
    rowsOf<{ path: string; changedAt: string }>(sql`
      SELECT '/journal/authors/' || w.slug AS path, ${isoTime(sql`greatest(w.updated_at, max(a.updated_at))`)} AS "changedAt"
      FROM authors w JOIN articles a ON a.author_id = w.id
      WHERE a._status = 'published' AND a.deleted_at IS NULL AND a.slug IS NOT NULL GROUP BY w.id ORDER BY w.slug`),
  ])
  return [...pages, ...articles, ...authors, ...categories].map((page) => ({ ...page, pictures: [] }))
}

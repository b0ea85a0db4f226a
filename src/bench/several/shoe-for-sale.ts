import type { stockRoom } from '../stock-room'
import { cardOf, look } from './pages-say'

export interface ShoeForSale {
  id: string
  slug: string
  title: string
  /** Sizes of which there are pairs and none is spoken for; `value` as cards name them. */
  sizes: { variant: string; value: string }[]
  /** Paths of the three kinds of pages that show it. */
  pages: { product: string; listing: string; search: string }
}

/**
 * A shoe at its own price, in sizes of one width of which at least two can be had, on the first page of a listing and of the
 * search for its name.
 */
export async function shoeForSale(
  url: string,
  room: Awaited<ReturnType<typeof stockRoom>>,
): Promise<ShoeForSale> {
  const found = await room.one<Omit<ShoeForSale, 'pages'> & { price: number; path: string }>(
    `SELECT p.id, p.slug, p.title, p.price_in_e_u_r::float8 AS price, (array_agg(c.path ORDER BY length(c.path) DESC))[1] AS path, (
        SELECT json_agg(json_build_object('variant', v.id, 'value', o.value) ORDER BY o.value) FROM variants v JOIN variant_options o ON o.id = v.size_id
          JOIN stock_levels l ON l.variant_id = v.id AND l.location_id = (SELECT id FROM locations WHERE is_default)
        WHERE v.product_id = p.id AND v.deleted_at IS NULL AND l.on_hand > 0 AND l.reserved = 0) AS sizes
     FROM products p JOIN styles s ON s.id = p.style_id JOIN styles_rels r ON r.parent_id = s.id AND r.path = 'categories' JOIN categories c ON c.id = r.categories_id
     WHERE p._status = 'published' AND s._status = 'published' AND coalesce(s.kind::text, 'shoe') = 'shoe' AND p.price_in_e_u_r_enabled AND coalesce(p.launched_at <= now(), true)
       AND NOT EXISTS (SELECT FROM variants v WHERE v.product_id = p.id AND v.price_in_e_u_r_enabled)
       AND (SELECT count(DISTINCT v.width_id) FROM variants v WHERE v.product_id = p.id AND v.deleted_at IS NULL) < 2
     GROUP BY p.id ORDER BY p.popularity DESC, p.id LIMIT 40`,
  )
  for (const { price, path, ...shoe } of found) {
    if ((shoe.sizes ?? []).length < 2) continue
    const pages = {
      product: `/p/${shoe.slug}`,
      listing: `/c/${path}`,
      search: `/search?${new URLSearchParams({ q: shoe.title })}`,
    }
    const [own, ...lists] = await Promise.all(Object.values(pages).map((page) => look(url + page)))
    const isShown = lists.every((seen) => cardOf(seen, shoe.slug) !== undefined)
    if (isShown && own?.html.includes((price / 100).toFixed(2))) return { ...shoe, pages }
  }
  throw new Error('The demo shop has no shoe that a listing and a search show first')
}

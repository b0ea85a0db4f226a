import { cached } from '#cache'
import { markets, type MarketId } from '#domain/markets'
import type { SizeLabels } from '#domain/views'
import { sizeLabelsJson } from './size-labels'
import { rowsNamed, sql } from './sql'

export interface PickupStock {
  id: string
  name: string
  city: string
  /** Each size once, whatever its widths, in the order of the shelf. */
  sizes: SizeLabels[]
}

/** The stores of a market's countries where one may collect, and what of a shoe lies there now. */
export const getPickupStock = (market: MarketId, slug: string): Promise<PickupStock[]> =>
  cached(['pickup-stock', market, slug], [`product:${slug}`, 'products', 'site'], () => {
    const { countries } = markets[market]
    return rowsNamed<PickupStock>(
      'pickup-stock',
      sql`
      SELECT l.id, l.name, l.city, coalesce((
        SELECT json_agg(size.labels ORDER BY size.rank, size.value) FROM (
          SELECT DISTINCT ON (z.id) z.rank, z.value, ${sizeLabelsJson} AS labels
          FROM variants v JOIN products p ON p.id = v.product_id AND p.slug = ${slug} JOIN styles s ON s.id = p.style_id
          JOIN variant_options z ON z.id = v.size_id
          LEFT JOIN brands_size_overrides ov ON ov._parent_id = s.brand_id AND ov.size_id = z.id
          JOIN stock_levels k ON k.variant_id = v.id AND k.location_id = l.id AND k.on_hand > k.reserved
          WHERE v.deleted_at IS NULL) size), '[]') AS sizes
      FROM locations l
      WHERE l.country = ANY (${sql.param([...countries])}::text[])
        AND EXISTS (SELECT 1 FROM shipping_methods m WHERE m.kind = 'pickup' AND m.active AND m.location_id = l.id)
      ORDER BY l.name LIMIT 20`,
    )
  })

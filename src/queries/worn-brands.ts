import { cached } from '#cache'
import type { Segment, SizeLabels } from '#domain/views'
import { otherBrand, type Voices, type WornBrand } from '#domain/worn-elsewhere'
import { getFootScales } from './foot-scales'
import { sizeLabelsJson } from './size-labels'
import { rowsNamed, rowsOf, sql, textList } from './sql'

interface Row {
  slug: string
  name: string
  sizes: SizeLabels[] | null
  voices: Voices
}

const voicesOf = (where: ReturnType<typeof sql>) => sql`(
  SELECT json_build_object('small', coalesce(sum(m.fit_small + m.back_small), 0)::float8, 'true', coalesce(sum(m.fit_true), 0)::float8,
    'large', coalesce(sum(m.fit_large + m.back_large), 0)::float8)
  FROM styles s JOIN review_summaries m ON m.style_id = s.id WHERE ${where})`

/** The brands that the shop carries for a segment, each with its own labels and what buyers say of its sizes. */
export const getWornBrands = (segment: Exclude<Segment, 'kids'>): Promise<WornBrand[]> =>
  cached(['worn-brands', segment], ['products', 'pages'], async () => {
    const segments = segment === 'unisex' ? ['men', 'women', 'unisex'] : [segment, 'unisex']
    const made = sql`s.brand_id = b.id AND s._status = 'published' AND s.deleted_at IS NULL AND s.segment::text = ANY (${textList(segments)})`
    const rows = await rowsOf<Row>(sql`
      SELECT b.slug, b.name, ${voicesOf(made)} AS voices,
        (SELECT json_agg(size.labels ORDER BY size.rank, size.value) FROM (
          SELECT DISTINCT ON (z.id) z.rank, z.value, ${sizeLabelsJson} AS labels FROM styles s
          JOIN variant_options z ON z.variant_type_id = s.size_scale_id AND z.deleted_at IS NULL AND z.foot_mm IS NOT NULL
          LEFT JOIN brands_size_overrides ov ON ov._parent_id = b.id AND ov.size_id = z.id WHERE ${made}) size) AS sizes
      FROM brands b WHERE EXISTS (SELECT FROM styles s WHERE ${made}) ORDER BY lower(b.name), b.id LIMIT 500`)
    return rows.map(({ sizes, ...row }) => ({ ...row, sizes: sizes ?? [] }))
  })

/** How a style turns out, in voices; `undefined` when it is not there. */
export const getVoices = (styleId: string): Promise<Voices | undefined> =>
  cached(['voices', styleId], ['products'], async () => {
    const [row] = await rowsNamed<{ voices: Voices }>(
      'voices',
      sql`SELECT ${voicesOf(sql`s.id = ${styleId}::uuid`)} AS voices`,
    )
    return row?.voices
  })

/** One of them; `other` stands for all that the shop does not carry, whose sizes are those of its usual scales. */
export async function getWornBrand(
  segment: Exclude<Segment, 'kids'>,
  slug: string,
): Promise<WornBrand | undefined> {
  if (slug !== otherBrand) return (await getWornBrands(segment)).find((brand) => brand.slug === slug)
  const scales = await getFootScales()
  const sizes = scales[segment === 'women' ? 'women' : 'men'].flat()
  return { slug: '', name: '', sizes, voices: { small: 0, true: 0, large: 0 } }
}

import { cached } from '#cache'
import { clipEnding } from '#domain/clip'
import { markets, type Market, type MarketId } from '#domain/markets'
import { turnFault } from '#domain/turn'
import type { ImageView, MaterialCode, ProductView, SafetyContact } from '#domain/views'
import { getCardWithColours, noPicture } from './cards'
import { getCategories, trailOf } from './categories'
import { drawJson, type DrawRow } from './draw-places'
import { without } from './shape'
import { fileVersion, imageJson, isoTime, rowsNamed, sql, words, type Sql } from './sql'
import { getVariants } from './variants'

/** A product, and the ids of its categories. */
interface Found {
  product: Omit<ProductView, 'categories'>
  categories: readonly string[]
}

/** A published product of a market, or undefined. Its pairs are those one may buy now, shown up to 10. */
export async function getProduct(market: MarketId, slug: string): Promise<ProductView | undefined> {
  // Two reads side by side: Next.js passes its cache by where one is within the other.
  const [found, tree] = await Promise.all([
    cached(['product', market, slug], [`product:${slug}`, 'products'], () =>
      readProduct(markets[market], slug),
    ),
    getCategories(markets[market]),
  ])
  if (!found) return undefined
  const trails = found.categories.map((id) => trailOf(tree, id))
  const deepest = trails.toSorted((a, b) => b.length - a.length)[0] ?? []
  return { ...found.product, categories: deepest.map(({ path, name }) => ({ path, name })) }
}

interface ProductRow {
  id: string
  style: { id: string; slug: string; name: string; fitNote: string | null; care: string | null }
  description: string | null
  pictures: { view: string; image: ImageView | null }[] | null
  turn: ImageView[] | null
  video: {
    key: string
    type: string
    alt: string | null
    poster: ImageView | null
    hasCaptions: boolean
    uploadedAt: string
    seconds: number | null
  } | null
  upper: MaterialCode[]
  lining: MaterialCode[]
  sole: MaterialCode[]
  attributes: ProductView['attributes']
  brand: {
    slug: string
    name: string
    story: string | null
    manufacturer: SafetyContact
    responsible: SafetyContact
  }
  warnings: string | null
  categories: string[] | null
  completes: ProductView['completes'] | null
  perPerson: number | null
  draw: DrawRow | null
  surface: ProductView['surface'] | null
  colourGroup: string | null
  seo: { title: string | null; description: string | null }
}

async function readProduct(market: Market, slug: string): Promise<Found | undefined> {
  const [row] = await rowsNamed<ProductRow>('product', productSql(market, slug))
  if (!row) return undefined
  const [{ card, colours }, variants] = await Promise.all([
    getCardWithColours(market, { id: row.id, style: row.style.id }),
    getVariants(market, row.id),
  ])
  if (!card) return undefined
  const pictures = (row.pictures ?? []).flatMap(({ view, image }) => (image ? [{ ...image, view }] : []))
  const product = {
    ...card,
    style: without(row.style),
    description: row.description ?? '',
    images: pictures.length > 0 ? pictures : [{ ...noPicture(card.title), view: 'side' }],
    ...turnOf(row.turn),
    ...videoOf(row.video, market),
    variants,
    colourSiblings: colours,
    materials: { upper: row.upper, lining: row.lining, sole: row.sole },
    ...(row.surface ? { surface: row.surface } : {}),
    ...(row.colourGroup ? { colourGroup: row.colourGroup } : {}),
    attributes: without(row.attributes),
    brandView: brandView(row.brand),
    ...(row.warnings ? { warnings: row.warnings } : {}),
    completes: row.completes ?? [],
    ...(row.perPerson === null ? {} : { perPerson: row.perPerson }),
    ...(row.draw ? { draw: without(row.draw) } : {}),
    seo: without(row.seo),
  }
  return { product, categories: row.categories ?? [] }
}

/** A turn whose pictures were replaced by others may be none any more. */
const turnOf = (turn: ImageView[] | null): Pick<ProductView, 'turn'> =>
  turn && !turnFault(turn) ? { turn } : {}

/** A video without a picture for before it plays is not shown: there would be a hole. */
function videoOf(video: ProductRow['video'], { locale }: Market): Pick<ProductView, 'video'> {
  const ending = video && clipEnding(video.type)
  if (!video?.poster || !ending) return {}
  const { key, type, alt, poster, hasCaptions, uploadedAt, seconds } = video
  return {
    video: {
      url: `/media/${key}/video.${ending}`,
      ...{ type, poster, alt: alt ?? '', uploadedAt },
      ...(hasCaptions && { captions: `/media/${key}/captions-${locale}.vtt` }),
      ...(seconds !== null && { seconds }),
    },
  }
}

function brandView({ responsible, manufacturer, ...brand }: ProductRow['brand']): ProductView['brandView'] {
  return {
    ...without(brand),
    manufacturer: without(manufacturer),
    ...(responsible.name ? { responsible: without(responsible) } : {}),
  }
}

const codes = (part: 'lining' | 'sole' | 'upper') => sql`(
  SELECT coalesce(json_agg(x.value ORDER BY x."order"), '[]') FROM ${sql.identifier(`styles_materials_${part}`)} x
  WHERE x.parent_id = s.id AND x.value IS NOT NULL)`

const contact = (who: 'manufacturer' | 'responsible') => {
  const column = (name: string) => sql`b.${sql.identifier(`${who}_${name}`)}`
  return sql`json_build_object('name', ${column('name')}, 'street', ${column('street')},
    'postalCode', ${column('postal_code')}, 'city', ${column('city')}, 'country', ${column('country')},
    'email', ${column('email')}, 'website', ${column('website')})`
}

/** Of a language that has none the English ones: better read in another language than not at all. */
const warnings = (table: 'brands' | 'styles', parent: Sql, locale: Market['locale']) => sql`(
  SELECT l.warnings FROM ${sql.identifier(`${table}_locales`)} l
  WHERE l._parent_id = ${parent} AND l._locale IN (${locale}, 'en') AND btrim(l.warnings) <> ''
  ORDER BY l._locale <> ${locale} LIMIT 1)`

const productSql = ({ locale }: Market, slug: string) => sql`
  SELECT p.id, p.per_person::float8 AS "perPerson", coalesce(p.surface::text, s.surface::text) AS surface,
    p.colour_group::text AS "colourGroup", ${drawJson} AS draw,
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name,
      'fitNote', ${words('styles', 'fit_note', sql`s.id`, locale)}, 'care', ${words('styles', 'care', sql`s.id`, locale)}) AS style,
    ${words('styles', 'description', sql`s.id`, locale)} AS description,
    (SELECT json_agg(json_build_object('view', pic.view, 'image', ${imageJson(sql`pic.image_id`, locale)}) ORDER BY pic._order)
      FROM products_pictures pic WHERE pic._parent_id = p.id) AS pictures,
    (SELECT json_agg(${imageJson(sql`r.media_id`, locale)} ORDER BY r."order") FROM products_rels r
      WHERE r.parent_id = p.id AND r.path = 'turn' AND r.media_id IS NOT NULL) AS turn,
    (SELECT json_build_object('key', c.id || '-' || ${fileVersion(sql`c`)}, 'type', c.mime_type, 'alt', ${words('media', 'alt', sql`c.id`, locale)},
        'poster', ${imageJson(sql`c.poster_id`, locale)}, 'hasCaptions', EXISTS (SELECT FROM media_locales l
          WHERE l._parent_id = c.id AND l._locale = ${locale} AND coalesce(l.captions, '') <> ''),
        'uploadedAt', ${isoTime(sql`c.created_at`)}, 'seconds', c.seconds::float8)
      FROM media c WHERE c.id = p.video_id AND c.mime_type LIKE 'video/%') AS video,
    ${codes('upper')} AS upper, ${codes('lining')} AS lining, ${codes('sole')} AS sole,
    json_build_object('heelHeightMm', s.attributes_heel_height_mm::float8, 'weightG', s.attributes_weight_g::float8,
      'closure', s.attributes_closure, 'toeShape', ${words('styles', 'attributes_toe_shape', sql`s.id`, locale)},
      'waterResistant', s.attributes_water_resistant, 'vegan', s.attributes_vegan,
      'removableInsole', s.attributes_removable_insole) AS attributes,
    json_build_object('slug', b.slug, 'name', b.name, 'story', ${words('brands', 'story', sql`b.id`, locale)},
      'manufacturer', ${contact('manufacturer')}, 'responsible', ${contact('responsible')}) AS brand,
    coalesce(${warnings('styles', sql`s.id`, locale)}, ${warnings('brands', sql`b.id`, locale)}) AS warnings,
    (SELECT json_agg(r.categories_id ORDER BY r."order") FROM styles_rels r
      WHERE r.parent_id = s.id AND r.path = 'categories' AND r.categories_id IS NOT NULL) AS categories,
    (SELECT json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name) ORDER BY r."order")
      FROM styles_rels r JOIN styles o ON o.id = r.styles_id AND o._status = 'published' AND o.deleted_at IS NULL
      WHERE r.parent_id = s.id AND r.path = 'completes') AS completes,
    json_build_object('title', ${words('products', 'seo_title', sql`p.id`, locale)},
      'description', ${words('products', 'seo_description', sql`p.id`, locale)}) AS seo
  FROM products p JOIN styles s ON s.id = p.style_id JOIN brands b ON b.id = s.brand_id
  WHERE p.slug = ${slug} AND p._status = 'published' AND p.deleted_at IS NULL
    AND s._status = 'published' AND s.deleted_at IS NULL`

import { goods } from '../art/goods/goods'
import { ways } from '../art/ways'
import { viewsOf } from '../art/pictures'
import { saidByPlans } from '../catalogue/care-plans'
import { careGoods } from '../catalogue/goods'
import { looks } from '../catalogue/looks'
import { styles } from '../catalogue/styles'
import type { CareGood, Colourway, PartMaterial, Prices, Style, ToeShape, Words } from '../catalogue/types'
import { sql } from '@payloadcms/db-postgres'
import { oneSize, type Surface } from '#domain/care'
import { momentOf, shopTime } from '#domain/shop-clock'
import { rowsOf } from '#services/transaction'
import { idOf, idsBy, newRowId, publishDocument, type Fields, type Seeding } from './documents'
import { pictureKey } from './picture-list'
import { widthScaleName, type Sizes } from './sizes'

/** Ids by slug of what styles and products point at. */
export interface Known {
  readonly sizes: Sizes
  readonly brands: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, string>
  readonly media: ReadonlyMap<string, string>
}

const toeShapes: Record<ToeShape, Words> = {
  round: { en: 'Round', it: 'Tonda', de: 'Rund' },
  almond: { en: 'Almond', it: 'A mandorla', de: 'Mandelförmig' },
  square: { en: 'Square', it: 'Quadrata', de: 'Eckig' },
  pointed: { en: 'Pointed', it: 'A punta', de: 'Spitz' },
  open: { en: 'Open', it: 'Aperta', de: 'Offen' },
}

const listOf = (material: PartMaterial): readonly string[] =>
  typeof material === 'string' ? [material] : material

const styleFields = (style: Style, known: Known): Fields => {
  const { toeShape, waterResistance, vegan, removableInsole, ...attributes } = style.attributes
  return {
    name: style.name,
    slug: style.slug,
    kind: 'shoe',
    brand: idOf(known.brands, style.brand, 'brand'),
    segment: style.segment,
    taxClass: style.segment === 'kids' ? 'children' : 'standard',
    categories: style.categories.map((slug) => idOf(known.categories, slug, 'category')),
    summary: style.summary,
    description: style.description,
    fitNote: style.fitNote,
    care: saidByPlans.has(style.care) ? undefined : style.care,
    materials: {
      upper: listOf(style.materials.upper),
      lining: listOf(style.materials.lining),
      sole: listOf(style.materials.sole),
    },
    attributes: {
      ...attributes,
      toeShape: toeShapes[toeShape],
      waterResistant: waterResistance !== undefined && waterResistance !== 'none',
      vegan: vegan === true,
      removableInsole: removableInsole === true,
    },
    sizeScale: idOf(known.sizes.scales, style.sizeScale, 'size scale'),
  }
}

const eachLanguage = (make: (language: keyof Words) => string): Words => ({
  en: make('en'),
  it: make('it'),
  de: make('de'),
})

/** The first paragraph, cut between words to what search engines show. */
export function excerptOf(text: string, limit = 155): string {
  const [first = ''] = text.split('\n')
  if (first.length <= limit) return first
  return `${first.slice(0, first.lastIndexOf(' ', limit - 1)).replace(/[,;:.]$/, '')}…`
}

const seoOf = (
  style: Pick<Style, 'description' | 'name' | 'summary'>,
  { colour }: Pick<Colourway, 'colour'>,
): Fields => ({
  title: eachLanguage((language) => `${style.name} ${colour[language]}: ${style.summary[language]}`),
  description: eachLanguage((language) => excerptOf(style.description[language])),
})

/** What the upper is drawn of; of a foil the plan for its material is the nearest. */
const surfaceByMaterial: Readonly<Record<string, Surface>> = {
  calf: 'smooth',
  grain: 'grain',
  suede: 'suede',
  nubuck: 'nubuck',
  patent: 'patent',
  canvas: 'canvas',
  mesh: 'mesh',
  knit: 'mesh',
}
const surfaceOf = (coat: string): Surface | undefined => surfaceByMaterial[coat.split(' ')[0] ?? '']

const homeZone = 'Europe/Rome'
const day = 86_400_000

const priced = ({ EUR, GBP, USD }: Prices): Fields => ({
  priceInEUREnabled: true,
  priceInEUR: EUR,
  priceInGBPEnabled: true,
  priceInGBP: GBP,
  priceInUSDEnabled: true,
  priceInUSD: USD,
})

/** One that is still to come is told from the day on which the shop is made, at ten in the morning. */
function launchOf({ launchedAt, launchesInDays }: Colourway): Date {
  if (launchesInDays === undefined) return new Date(launchedAt)
  const then = shopTime(new Date(Date.now() + launchesInDays * day), homeZone)
  return momentOf({ day: then.day, minutes: 600 }, homeZone)
}

function productFields(style: Style, colourway: Colourway, known: Known): Fields {
  const drawn = ways[style.artType][colourway.way]
  if (!drawn) throw new Error(`${colourway.slug} names the way ${colourway.way}, which nobody drew`)
  const scales = [style.sizeScale, ...(style.widths ? [widthScaleName] : [])]
  return {
    title: `${style.name} ${colourway.colour.en}`,
    slug: colourway.slug,
    colour: colourway.colour,
    colourGroup: drawn.group,
    surface: surfaceOf(drawn.parts.upper),
    swatch: drawn.swatch,
    pictures: viewsOf(style.artType, colourway.way).map((view) => ({
      id: newRowId(),
      image: idOf(known.media, pictureKey(colourway.slug, view), 'picture'),
      view,
    })),
    video: known.media.get(pictureKey(colourway.slug, 'video')),
    launchedAt: launchOf(colourway).toISOString(),
    launchedAt_tz: homeZone,
    perPerson: colourway.perPerson,
    popularity: colourway.popularity,
    enableVariants: true,
    variantTypes: scales.map((name) => idOf(known.sizes.scales, name, 'size scale')),
    ...priced(colourway.priceOverride ?? style.prices),
    seo: seoOf(style, colourway),
  }
}

/** A care product says nothing of feet, as the admin would keep it. */
function goodFields(good: CareGood, known: Known): Made {
  const scale = idOf(known.sizes.scales, oneSize, 'size scale')
  const { name, slug, summary, description, warnings } = good
  return {
    slug,
    fields: {
      ...{ name, slug, kind: 'care', summary, description, warnings },
      brand: idOf(known.brands, good.brand, 'brand'),
      taxClass: 'standard',
      categories: good.categories.map((category) => idOf(known.categories, category, 'category')),
      sizeScale: scale,
    },
    products: good.colourways.map((colourway) => goodProduct(good, colourway, { known, scale })),
  }
}

function goodProduct(
  good: CareGood,
  { slug, colour, way, launchedAt, popularity }: CareGood['colourways'][number],
  { known, scale }: { known: Known; scale: string },
): Made['products'][number] {
  const drawn = goods[way]
  if (!drawn) throw new Error(`${slug} names the way ${way}, which nobody drew`)
  const picture = {
    id: newRowId(),
    image: idOf(known.media, pictureKey(slug, 'side'), 'picture'),
    view: 'side',
  }
  const fields = {
    title: `${good.name} ${colour.en}`,
    ...{ slug, colour, popularity },
    colourGroup: drawn.group,
    swatch: drawn.swatch,
    pictures: [picture],
    launchedAt: new Date(launchedAt).toISOString(),
    launchedAt_tz: homeZone,
    enableVariants: true,
    variantTypes: [scale],
    ...priced(good.prices),
    seo: seoOf(good, { colour }),
  }
  return { slug, fields }
}

/** A new style points at its first colourway, which can only be done when that one is there. */
async function pointAtLead({ tx }: Seeding, style: string, product: string): Promise<void> {
  await rowsOf(tx, sql`UPDATE styles SET lead_product_id = ${product} WHERE id = ${style}`)
  await rowsOf(tx, sql`UPDATE _styles_v SET version_lead_product_id = ${product} WHERE parent_id = ${style}`)
}

interface Made {
  readonly slug: string
  readonly fields: Fields
  readonly products: readonly { readonly slug: string; readonly fields: Fields }[]
}

async function seedStyle(seeding: Seeding, style: Made, ids: CatalogueIds): Promise<void> {
  const isNew = !ids.styles.has(style.slug)
  const id = ids.styles.get(style.slug) ?? (await publishDocument(seeding, 'styles', style.fields))
  ids.styles.set(style.slug, id)
  for (const { slug, fields } of style.products) {
    if (ids.products.has(slug)) continue
    ids.products.set(slug, await publishDocument(seeding, 'products', { ...fields, style: id }))
  }
  const lead = ids.products.get(style.products[0]?.slug ?? '')
  if (isNew && lead) await pointAtLead(seeding, id, lead)
}

/** Styles name each other, which can only be done when all of them are there. */
async function completeLooks({ tx }: Seeding, added: readonly string[], ids: CatalogueIds): Promise<void> {
  const rows = added.flatMap((slug) =>
    (looks[slug] ?? []).map((other, index) => ({
      style: idOf(ids.styles, slug, 'style'),
      other: idOf(ids.styles, other, 'style'),
      place: index + 1,
    })),
  )
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) AS look (style uuid, other uuid, place int)`
  await rowsOf(
    tx,
    sql`INSERT INTO styles_rels ("order", parent_id, path, styles_id) SELECT place, style, 'completes', other FROM ${given}`,
  )
  await rowsOf(
    tx,
    sql`INSERT INTO _styles_v_rels ("order", parent_id, path, styles_id)
      SELECT place, v.id, 'version.completes', other FROM ${given} JOIN _styles_v v ON v.parent_id = style`,
  )
}

export interface CatalogueIds {
  readonly styles: Map<string, string>
  readonly products: Map<string, string>
}

/** Styles and their colourways, published. Ids by slug. */
export async function seedCatalogue(seeding: Seeding, known: Known): Promise<CatalogueIds> {
  const ids = {
    styles: await idsBy(seeding, 'styles', 'slug'),
    products: await idsBy(seeding, 'products', 'slug'),
  }
  const added = styles.map(({ slug }) => slug).filter((slug) => !ids.styles.has(slug))
  for (const style of styles)
    await seedStyle(
      seeding,
      {
        slug: style.slug,
        fields: styleFields(style, known),
        products: style.colourways.map((colourway) => ({
          slug: colourway.slug,
          fields: productFields(style, colourway, known),
        })),
      },
      ids,
    )
  for (const good of careGoods) await seedStyle(seeding, goodFields(good, known), ids)
  await completeLooks(seeding, added, ids)
  return ids
}

import { randomBytes } from 'node:crypto'
import { rowsOf, sql, type Sql } from '../sql'

/** A variant as a naive reader of the whole catalogue knows it. */
export interface NaiveVariant {
  size: string
  width?: string
  pairs: number
}

export interface NaiveProduct {
  id: string
  slug: string
  /** The id of what it is a colour of. */
  style: string
  /** It is shown where one colour stands for its style. */
  leads: boolean
  brand: string
  colour: string
  segment: string
  materials: string[]
  price: number
  popularity: number
  variants: NaiveVariant[]
}

export interface NaiveCatalogue {
  category: string
  products: NaiveProduct[]
}

export const sizes = ['38', '39', '40', '40-2-3', '41']
export const widths = ['narrow', 'wide']
export const colours = ['black', 'brown', 'white']
export const segments = ['men', 'women', 'unisex']
export const materials = ['leather', 'textile']

const idOf = async (query: Sql): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(query)
  if (!row) throw new Error('A test row was not written')
  return row.id
}

/** The same numbers each time: what fails once can be looked at again. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = <T>(roll: (below: number) => number, list: readonly T[]): T => {
  const found = list[roll(list.length)]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}

interface Ground {
  mark: string
  category: string
  brands: Map<string, string>
  scale: string
  options: Map<string, string>
  location: string
}

async function layGround(): Promise<Ground> {
  const mark = randomBytes(5).toString('hex')
  await rowsOf(sql`INSERT INTO locations (name, code, is_default) SELECT 'Warehouse', 'main', true
    WHERE NOT EXISTS (SELECT 1 FROM locations WHERE is_default) ON CONFLICT DO NOTHING`)
  const location = await idOf(sql`SELECT id FROM locations WHERE is_default`)
  const category = await idOf(sql`INSERT INTO categories (slug) VALUES (${`all-${mark}`}) RETURNING id`)
  await rowsOf(
    sql`INSERT INTO categories_locales (_parent_id, _locale, name) VALUES (${category}, 'en', 'All')`,
  )
  const brands = new Map<string, string>()
  for (const name of ['alba', 'bora']) {
    const slug = `${name}-${mark}`
    const id =
      await idOf(sql`INSERT INTO brands (name, slug, manufacturer_name, manufacturer_email, manufacturer_street,
      manufacturer_postal_code, manufacturer_city, manufacturer_country)
      VALUES (${name}, ${slug}, 'Maker', 'm@example.com', 'Street 1', '1', 'Town', 'IT') RETURNING id`)
    brands.set(slug, id)
  }
  const scale = await idOf(
    sql`INSERT INTO variant_types (label, name, kind) VALUES ('EU', ${`eu-${mark}`}, 'size') RETURNING id`,
  )
  const other = await idOf(
    sql`INSERT INTO variant_types (label, name, kind) VALUES ('Width', ${`w-${mark}`}, 'width') RETURNING id`,
  )
  const options = new Map<string, string>()
  for (const [type, values] of [
    [scale, sizes],
    [other, widths],
  ] as const)
    for (const [rank, value] of values.entries())
      options.set(
        value,
        await idOf(sql`INSERT INTO variant_options (variant_type_id, label, value, eu, rank)
          VALUES (${type}, ${value}, ${value}, ${value}, ${rank}) RETURNING id`),
      )
  return { mark, category, brands, scale, options, location }
}

async function makeStyle(ground: Ground, nth: number, product: NaiveProduct): Promise<string> {
  const style = await idOf(sql`INSERT INTO styles (name, slug, brand_id, segment, size_scale_id, _status)
    VALUES ('Model', ${`style-${ground.mark}-${nth}`}, ${ground.brands.get(product.brand)}, ${product.segment},
      ${ground.scale}, 'published') RETURNING id`)
  await rowsOf(
    sql`INSERT INTO styles_rels ("order", parent_id, path, categories_id) VALUES (1, ${style}, 'categories', ${ground.category})`,
  )
  for (const [order, value] of product.materials.entries())
    await rowsOf(
      sql`INSERT INTO styles_materials_upper ("order", parent_id, value) VALUES (${order}, ${style}, ${value})`,
    )
  return style
}

async function makeVariants(ground: Ground, product: NaiveProduct): Promise<void> {
  for (const [nth, { size, width, pairs }] of product.variants.entries()) {
    const variant = await idOf(sql`INSERT INTO variants (product_id, sku, size_id, width_id)
      VALUES (${product.id}, ${`${product.slug}-${nth}`.toUpperCase()}, ${ground.options.get(size)},
        ${width === undefined ? null : ground.options.get(width)}) RETURNING id`)
    if (pairs > 0)
      await rowsOf(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind)
        VALUES (${variant}, ${ground.location}, ${pairs}, 'delivery')`)
  }
}

function roll(ground: Ground, nth: number, die: (below: number) => number): NaiveProduct {
  const hasWidths = die(3) === 0
  const variants = sizes
    .filter(() => die(4) > 0)
    .flatMap((size): NaiveVariant[] =>
      hasWidths ? widths.map((width) => ({ size, width, pairs: die(2) })) : [{ size, pairs: die(3) }],
    )
  return {
    id: '',
    style: '',
    leads: false,
    slug: `naive-${ground.mark}-${nth}`,
    brand: pick(die, [...ground.brands.keys()]),
    colour: pick(die, colours),
    segment: pick(die, segments),
    materials: die(4) === 0 ? [...materials] : [pick(die, materials)],
    price: 5_000 + die(20) * 500,
    popularity: nth,
    variants: variants.length > 0 ? variants : [{ size: '40', pairs: 1 }],
  }
}

/** Of three styles one is led by no colour, one by its first, one by its second. */
async function letLead(products: readonly NaiveProduct[], colours: number): Promise<void> {
  for (const [at, product] of products.entries()) {
    const nthStyle = Math.floor(at / colours)
    if (colours < 2 || nthStyle % 3 !== (at % colours) + 1) continue
    product.leads = true
    await rowsOf(sql`UPDATE styles SET lead_product_id = ${product.id} WHERE id = ${product.style}`)
  }
}

/**
 * Some products in a category of their own, in the database and, for comparison, as plain objects. As many `colours` after
 * each other are one style.
 */
export async function makeCatalogue(count: number, seed: number, colours = 1): Promise<NaiveCatalogue> {
  const ground = await layGround()
  const die = dice(seed)
  const products: NaiveProduct[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const product = roll(ground, nth, die)
    const sibling = nth % colours > 0 ? products.at(-1) : undefined
    if (sibling) {
      const { style, brand, segment, materials } = sibling
      Object.assign(product, { style, brand, segment, materials })
    } else product.style = await makeStyle(ground, nth, product)
    product.id =
      await idOf(sql`INSERT INTO products (title, slug, style_id, colour_group, popularity, _status,
        price_in_e_u_r_enabled, price_in_e_u_r)
      VALUES (${`Shoe ${nth}`}, ${product.slug}, ${product.style}, ${product.colour}, ${product.popularity}, 'published', true,
        ${product.price}) RETURNING id`)
    await rowsOf(
      sql`INSERT INTO products_locales (_parent_id, _locale, colour) VALUES (${product.id}, 'en', ${product.colour})`,
    )
    await makeVariants(ground, product)
    products.push(product)
  }
  await letLead(products, colours)
  return { category: `all-${ground.mark}`, products }
}

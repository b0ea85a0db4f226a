import type { Page } from '#types'
import type { BlockView } from '#domain/content-views'
import { choiceSegments, noChoice } from '#domain/listing-path'
import type { Market } from '#domain/markets'
import type { ImageView, ProductCard } from '#domain/views'
import { currentCatalogue } from './catalogue'
import { without } from './shape'
import { getSizeTable } from './size-table'
import { rowsOf, sql, uuidList } from './sql'
import { getStores } from './stores'

type Block = NonNullable<Page['layout']>[number]
type Of<Type extends Block['blockType']> = Extract<Block, { blockType: Type }>
type View<Type extends BlockView['type']> = Extract<BlockView, { type: Type }>

interface Head {
  id: string
  heading?: string
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : ((value as { id?: string } | null | undefined)?.id ?? undefined)

/** A picture with places in it; a place whose product is not for sale here is left out, and a picture without any. */
export function lookbook(
  head: Head,
  {
    block,
    picture,
    cards,
  }: { block: Of<'lookbook'>; picture: ImageView | undefined; cards: readonly ProductCard[] },
): View<'lookbook'> | undefined {
  const shown = (block.spots ?? []).flatMap(({ product, x, y }) => {
    const card = cards.find(({ id }) => id === idOf(product))
    return card ? [{ x, y, product: card }] : []
  })
  if (!picture || shown.length === 0) return undefined
  return { type: 'lookbook', ...head, ...without({ text: block.text }), picture, spots: shown }
}

interface Brand {
  name: string
  slug: string
}

/** From the catalogue in memory as it is in the database now, or from there. */
async function readBrands(ids: readonly string[]): Promise<Brand[]> {
  const catalogue = await currentCatalogue(0)
  if (!catalogue)
    return rowsOf<Brand>(sql`
      SELECT b.name, b.slug FROM unnest(${uuidList(ids)}) WITH ORDINALITY AS wanted (id, place)
      JOIN brands b ON b.id = wanted.id ORDER BY wanted.place`)
  const { brandNames, brandSlugs } = catalogue.columns
  return ids.flatMap((id) => {
    const [name, slug] = [brandNames.get(id), brandSlugs.get(id)]
    return name !== undefined && slug !== undefined ? [{ name, slug }] : []
  })
}

/** Brands by name; each leads to its pairs of a category, or to the search for it. */
export async function brandStrip(
  head: Head,
  block: Of<'brandStrip'>,
  category: string | undefined,
): Promise<View<'brandStrip'> | undefined> {
  const ids = (block.brands ?? []).map(idOf).filter((id) => id !== undefined)
  if (ids.length === 0) return undefined
  const rows = await readBrands(ids)
  const hrefOf = ({ name, slug }: Brand): string =>
    category
      ? ['/c', category, ...choiceSegments({ ...noChoice, brand: [slug] })].join('/')
      : `/search?q=${encodeURIComponent(name)}`
  return { type: 'brandStrip', ...head, brands: rows.map((row) => ({ name: row.name, href: hrefOf(row) })) }
}

export function video(
  head: Head,
  block: Of<'video'>,
  picture: ImageView | undefined,
): View<'video'> | undefined {
  if (!picture) return undefined
  const { source, text } = block
  return { type: 'video', ...head, ...without({ text }), picture, source, isOwn: source.startsWith('/') }
}

const mostSizes = 9

/** Some sizes around the middle of a scale with their foot lengths, as a taste of the table. */
export async function sizeTeaser(
  market: Market,
  head: Head,
  block: Of<'sizeTeaser'>,
): Promise<View<'sizeTeaser'> | undefined> {
  const table = await getSizeTable(market, idOf(block.scale) ?? '')
  if (!table) return undefined
  const whole = table.rows.filter(({ eu }) => /^\d+$/.test(eu))
  const from = Math.max(0, Math.floor((whole.length - mostSizes) / 2))
  const { linkLabel: label, linkHref: href, text, heading } = block
  return {
    type: 'sizeTeaser',
    ...head,
    heading,
    ...without({ text, link: label && href ? { label, href } : undefined }),
    rows: whole.slice(from, from + mostSizes),
  }
}

export async function stores(
  market: Market,
  head: Head,
  block: Of<'stores'>,
): Promise<View<'stores'> | undefined> {
  const found = await getStores(market.id)
  return found.length > 0
    ? { type: 'stores', ...head, ...without({ text: block.text }), stores: found }
    : undefined
}

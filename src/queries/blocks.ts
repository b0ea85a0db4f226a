import type { Page } from '#types'
import type { BlockView, Crumb, LinkView } from '#domain/content-views'
import { noChoice } from '#domain/listing-path'
import type { Market } from '#domain/markets'
import type { ImageView, ListingQuery, ProductCard } from '#domain/views'
import { noPicture } from './cards'
import { getCategories, type CategoryRow } from './categories'
import { getListing } from './listing'
import { brandStrip, lookbook, sizeTeaser, stores, video } from './more-blocks'
import { getPictures } from './pictures'
import { richBlocks } from './rich-text'
import { without } from './shape'
import { getShownCards } from './shown-cards'
import { getSizeTable } from './size-table'

type Block = NonNullable<Page['layout']>[number]
type Of<Type extends Block['blockType']> = Extract<Block, { blockType: Type }>

/** What the blocks of one page share, read once. */
interface Shelf {
  market: Market
  pictures: Map<string, ImageView>
  categories: CategoryRow[]
  /** Of the products that somebody has chosen. */
  cards: ProductCard[]
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : ((value as { id?: string } | null | undefined)?.id ?? undefined)
const idsOf = (values: readonly unknown[] | null | undefined): string[] =>
  (values ?? []).map(idOf).filter((id) => id !== undefined)

const picturesIn = (block: Block): string[] => {
  if ('picture' in block) return idsOf([block.picture])
  return block.blockType === 'materialStrip' ? idsOf(block.items?.map(({ picture }) => picture)) : []
}

const productsIn = (block: Block): string[] => {
  if (block.blockType === 'productRow') return idsOf(block.products)
  return block.blockType === 'lookbook' ? idsOf(block.spots?.map(({ product }) => product)) : []
}

/** Those of these products that are for sale, in their order. */
const cardsOf = ({ cards }: Shelf, ids: readonly string[]): ProductCard[] =>
  ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])

/** The blocks of a page as they are drawn. A block that points at nothing is left out. */
export async function resolveBlocks(market: Market, blocks: readonly Block[]): Promise<BlockView[]> {
  const [pictures, categories, cards] = await Promise.all([
    getPictures(market, blocks.flatMap(picturesIn)),
    getCategories(market),
    getShownCards(market, [...new Set(blocks.flatMap(productsIn))]),
  ])
  const shelf = { market, pictures, categories, cards }
  const views = await Promise.all(blocks.map((block) => resolveBlock(shelf, block)))
  return views.filter((view) => view !== undefined)
}

async function resolveBlock(shelf: Shelf, block: Block): Promise<BlockView | undefined> {
  switch (block.blockType) {
    case 'hero':
      return hero(shelf, block)
    case 'split':
      return { ...hero(shelf, block), type: 'split', side: block.side ?? 'left' }
    case 'sizeGrid':
      return sizeGrid(shelf, block)
    case 'productRow':
      return productRow(shelf, block)
    case 'categoryTiles':
      return categoryTiles(shelf, block)
    case 'sizeTable':
      return sizeTable(shelf, block)
    case 'text':
      return { type: 'text', ...head(block), body: richBlocks(block.body) }
    case 'faq':
      return {
        type: 'faq',
        ...head(block),
        items: (block.items ?? []).map(({ question, answer }) => ({ question, answer: answer ?? '' })),
      }
    case 'materialStrip':
      return materialStrip(shelf, block)
    case 'lookbook':
      return lookbook(head(block), {
        block,
        picture: pictureOf(shelf, block),
        cards: cardsOf(shelf, productsIn(block)),
      })
    case 'brandStrip':
      return brandStrip(head(block), block, crumbOf(shelf, block.category).row?.path)
    case 'video':
      return video(head(block), block, pictureOf(shelf, block))
    case 'quote':
      return {
        type: 'quote',
        id: head(block).id,
        text: block.text,
        ...without({ author: block.author, role: block.role }),
      }
    case 'newsletter':
      return { type: 'newsletter', ...head(block), heading: block.heading, ...without({ text: block.text }) }
    case 'sizeTeaser':
      return sizeTeaser(shelf.market, head(block), block)
    case 'stores':
      return stores(shelf.market, head(block), block)
  }
}

const head = (block: Block): { id: string; heading?: string } => ({
  id: block.id ?? block.blockType,
  ...('heading' in block && block.heading ? { heading: block.heading } : {}),
})

const pictureOf = ({ pictures }: Shelf, { picture }: { picture?: unknown }): ImageView | undefined =>
  pictures.get(idOf(picture) ?? '')

function hero(shelf: Shelf, block: Of<'hero'> | Of<'split'>) {
  const link: LinkView | undefined =
    block.linkLabel && block.linkHref ? { label: block.linkLabel, href: block.linkHref } : undefined
  return {
    type: 'hero' as const,
    ...head(block),
    heading: block.heading,
    ...without({ text: block.text, link }),
    picture: shelf.pictures.get(idOf(block.picture) ?? '') ?? noPicture(''),
  }
}

function crumbOf({ categories }: Shelf, category: unknown): { row?: CategoryRow; category?: Crumb } {
  const row = categories.find(({ id }) => id === idOf(category))
  return row ? { row, category: { path: row.path, name: row.name } } : {}
}

const plainQuery = (market: Market, category: string | undefined, limit: number): ListingQuery => ({
  ...noChoice,
  market: market.id,
  each: 'model',
  ...(category === undefined ? {} : { category }),
  limit,
})

async function sizeGrid(shelf: Shelf, block: Of<'sizeGrid'>): Promise<BlockView> {
  const { row, category } = crumbOf(shelf, block.category)
  const listing = await getListing(plainQuery(shelf.market, row?.id, 1))
  return { type: 'sizeGrid', ...head(block), ...without({ category }), sizes: listing?.facets.size ?? [] }
}

async function productRow(shelf: Shelf, block: Of<'productRow'>): Promise<BlockView | undefined> {
  const { row, category } = crumbOf(shelf, block.category)
  const limit = block.limit ?? 4
  const chosen = cardsOf(shelf, productsIn(block).slice(0, limit))
  const listing = chosen.length > 0 ? undefined : await getListing(plainQuery(shelf.market, row?.id, limit))
  const products = listing?.products ?? chosen
  return products.length > 0
    ? { type: 'productRow', ...head(block), ...without({ category }), products }
    : undefined
}

async function categoryTiles(shelf: Shelf, block: Of<'categoryTiles'>): Promise<BlockView> {
  const rows = idsOf(block.categories).flatMap((id) => shelf.categories.find((row) => row.id === id) ?? [])
  const categories = await Promise.all(
    rows.map(async (row) => {
      const picture = row.picture ?? (await firstPicture(shelf.market, row))
      return { path: row.path, name: row.name, ...without({ picture }) }
    }),
  )
  return { type: 'categoryTiles', ...head(block), categories }
}

const firstPicture = async (market: Market, { id }: CategoryRow): Promise<ImageView | undefined> =>
  (await getListing(plainQuery(market, id, 1)))?.products[0]?.image

async function sizeTable({ market }: Shelf, block: Of<'sizeTable'>): Promise<BlockView | undefined> {
  const table = await getSizeTable(market, idOf(block.scale) ?? '')
  return table && { type: 'sizeTable', ...head(block), ...table }
}

function materialStrip(shelf: Shelf, block: Of<'materialStrip'>): BlockView {
  const items = (block.items ?? []).map(({ title, text, picture }) => ({
    title,
    ...without({ text, picture: shelf.pictures.get(idOf(picture) ?? '') }),
  }))
  return { type: 'materialStrip', ...head(block), items }
}

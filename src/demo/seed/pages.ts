import { pages } from '../catalogue/pages'
import type { Block, PageContent, Words } from '../catalogue/types'
import { idOf, idsBy, newRowId, publishDocument, type Fields, type Seeding } from './documents'
import { richText } from './rich-text'
import type { Sizes } from './sizes'

/** Ids of what the blocks of a page point at. */
export interface PageTargets {
  readonly sizes: Sizes
  readonly categories: ReadonlyMap<string, string>
  readonly products: ReadonlyMap<string, string>
  readonly media: ReadonlyMap<string, string>
  readonly brands: ReadonlyMap<string, string>
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>
type Writers = { readonly [Type in Block['type']]: (block: BlockOf<Type>, to: PageTargets) => Fields }

const banner = (
  { heading, text, linkLabel, linkHref, picture }: BlockOf<'hero' | 'split'>,
  to: PageTargets,
): Fields => ({
  heading,
  text,
  linkLabel,
  linkHref,
  picture: idOf(to.media, picture, 'picture'),
})

const categoryOf = (slug: string | undefined, to: PageTargets): string | null =>
  slug === undefined ? null : idOf(to.categories, slug, 'category')

const writers: Writers = {
  hero: banner,
  split: (block, to) => ({ ...banner(block, to), side: block.side }),
  sizeGrid: ({ heading, category }, to) => ({ heading, category: categoryOf(category, to) }),
  productRow: ({ heading, category, slugs, limit }, to) => ({
    heading,
    limit,
    category: categoryOf(category, to),
    products: (slugs ?? []).map((slug) => idOf(to.products, slug, 'product')),
  }),
  categoryTiles: ({ heading, categories }, to) => ({
    heading,
    categories: categories.map((slug) => idOf(to.categories, slug, 'category')),
  }),
  text: ({ heading, body }) => ({
    heading,
    body: { en: richText(body, 'en'), it: richText(body, 'it'), de: richText(body, 'de') },
  }),
  sizeTable: ({ heading, scale }, to) => ({ heading, scale: idOf(to.sizes.scales, scale, 'size scale') }),
  faq: ({ heading, items }) => ({
    heading,
    items: items.map(({ question, answer }) => ({ id: newRowId(), question, answer })),
  }),
  materialStrip: ({ heading, items }, to) => ({
    heading,
    items: items.map(({ name, text, picture }) => ({
      id: newRowId(),
      title: name,
      text,
      picture: idOf(to.media, picture, 'picture'),
    })),
  }),
  lookbook: ({ heading, text, picture, spots }, to) => ({
    heading,
    text,
    picture: idOf(to.media, picture, 'picture'),
    spots: spots.map(({ product, x, y }) => ({
      id: newRowId(),
      product: idOf(to.products, product, 'product'),
      x,
      y,
    })),
  }),
  brandStrip: ({ heading, brands, category }, to) => ({
    heading,
    brands: brands.map((slug) => idOf(to.brands, slug, 'brand')),
    category: categoryOf(category, to),
  }),
  video: ({ heading, text, picture, clip }, to) => ({
    heading,
    text,
    picture: idOf(to.media, picture, 'picture'),
    source: `/media/${idOf(to.media, clip, 'video')}/video.webm`,
  }),
  quote: ({ text, author, role }) => ({ text, author, role }),
  newsletter: ({ heading, text }) => ({ heading, text }),
  sizeTeaser: ({ heading, text, linkLabel, linkHref, scale }, to) => ({
    heading,
    text,
    linkLabel,
    linkHref,
    scale: idOf(to.sizes.scales, scale, 'size scale'),
  }),
  stores: ({ heading, text }) => ({ heading, text }),
}

/** Localised fields must hold languages; an absent heading is none at all. */
const withoutGaps = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function blockFields<Type extends Block['type']>(
  block: BlockOf<Type> & { type: Type },
  to: PageTargets,
): Fields {
  const write = writers[block.type] as (block: BlockOf<Type>, to: PageTargets) => Fields
  return withoutGaps({ id: newRowId(), blockType: block.type, ...write(block, to) })
}

const shortened = ({ en, it, de }: Words, limit: number): Words => ({
  en: en.slice(0, limit),
  it: it.slice(0, limit),
  de: de.slice(0, limit),
})

const pageFields = (page: PageContent, to: PageTargets): Fields => ({
  title: page.title,
  slug: page.slug,
  layout: page.blocks.map((block) => blockFields(block, to)),
  seo: { title: page.title, description: shortened(page.description, 300) },
})

export async function seedPages(seeding: Seeding, to: PageTargets): Promise<void> {
  const known = await idsBy(seeding, 'pages', 'slug')
  for (const page of pages)
    if (!known.has(page.slug)) await publishDocument(seeding, 'pages', pageFields(page, to))
}

import { sizeReads, sizeSystems } from '#domain/size-systems'
import type { ProductCard, SizeChoice } from '#domain/views'

type Colour = Pick<ProductCard, 'slug' | 'title' | 'sizes' | 'segment' | 'launchesAt'>

/** The sizes of one colour as the form of a card has them. */
export interface ColourSizes {
  slug: string
  title: string
  sizes: Element[]
}

interface Asked {
  slug: string
  market: string
  /** With places for `{title}` and `{size}`; and what stands before a size that is sold out. */
  words: { add: string; gone: string }
}

const known = new Map<string, Colour>()

async function colourOf({ slug, market }: Asked): Promise<Colour | undefined> {
  const kept = known.get(slug)
  if (kept) return kept
  const answer = await fetch(`/api/store/products/${slug}?market=${market}`).catch(() => undefined)
  if (!answer?.ok) return undefined
  const { product } = (await answer.json()) as { product: Colour }
  known.set(slug, product)
  return product
}

function make(tag: string, attributes: Record<string, string>, ...content: (Node | string)[]): Element {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...content)
  return made
}

const unseen = { class: 'sr-only' }

/** As the component `SizeLabel` draws it. */
function labelOf({ labels }: SizeChoice, { segment }: Colour): Element[] {
  const reads = sizeReads(labels, segment)
  return sizeSystems.map((system) => {
    const [one, women] = reads[system]
    const content = women ? [`${one} `, make('span', { class: 'us-women' }, women)] : [one]
    return make('span', { class: `in-${system}` }, ...content)
  })
}

/** As the component `SizeButtons` draws it. */
function choiceOf(size: SizeChoice, colour: Colour, { add, gone }: Asked['words']): Element {
  if (!size.available) return make('s', {}, make('span', unseen, `${gone} `), ...labelOf(size, colour))
  const [before = '', after = ''] = add.replace('{title}', colour.title).split('{size}')
  return make(
    'button',
    { name: 'size', value: size.value },
    make('span', { 'aria-hidden': 'true' }, ...labelOf(size, colour)),
    make('span', unseen, before, ...labelOf(size, colour), after),
  )
}

/** Asks the shop for the sizes of a colour, once; undefined where it does not answer, or none can be bought yet. */
export async function sizesOf(asked: Asked): Promise<ColourSizes | undefined> {
  const colour = await colourOf(asked)
  if (!colour || colour.launchesAt || colour.sizes.length === 0) return undefined
  const { slug, title, sizes } = colour
  return { slug, title, sizes: sizes.map((size) => choiceOf(size, colour, asked.words)) }
}

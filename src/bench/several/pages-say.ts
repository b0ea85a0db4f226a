import { setTimeout as pause } from 'node:timers/promises'

/** A page as it is answered now. */
export interface Seen {
  status: number
  html: string
}

/** A page of one process, and whether what it answers is what has become true. */
export interface Expected {
  page: string
  isRight: (seen: Seen) => boolean
}

let asked = 0

/** Each question from somewhere else, as the proxy in front would say: limits count by address. */
export async function look(page: string): Promise<Seen> {
  asked += 1
  const headers = { 'x-forwarded-for': `198.18.${Math.floor(asked / 250) % 250}.${1 + (asked % 250)}` }
  const answer = await fetch(page, { headers, redirect: 'manual' })
  return { status: answer.status, html: await answer.text() }
}

/** Looks at all pages until each says what is true; milliseconds for each, in their order. */
export async function untilRight(expected: readonly Expected[]): Promise<number[]> {
  const begun = performance.now()
  return Promise.all(
    expected.map(async ({ page, isRight }) => {
      while (!isRight(await look(page))) {
        if (performance.now() - begun > 30_000) throw new Error(`${page} does not say it after 30 s`)
        await pause(20)
      }
      return performance.now() - begun
    }),
  )
}

/** The pages that say something else again at some time within so many seconds. */
export async function goneBack(expected: readonly Expected[], seconds: number): Promise<string[]> {
  const gone = new Set<string>()
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; await pause(400))
    for (const { page, isRight } of expected) if (!isRight(await look(page))) gone.add(page)
  return [...gone]
}

const tagsOf = (html: string, tag: string): string[] => html.match(new RegExp(`<${tag}\\b[^>]*>`, 'g')) ?? []
const has = (tag: string, name: string, value: string): boolean => tag.includes(`${name}="${value}"`)

/** The card of a product in a list of cards. */
export const cardOf = ({ html }: Seen, slug: string): string | undefined =>
  html
    .split('<shoe-card')
    .slice(1)
    .map((part) => part.split('</shoe-card>')[0] ?? '')
    .find((card) =>
      tagsOf(card.split('<quick-sizes')[1] ?? '', 'input').some((tag) => has(tag, 'value', slug)),
    )

/** Whether the card of a product offers a size of it; false as well where there is no such card. */
export const cardOffers = (seen: Seen, slug: string, size: string): boolean =>
  tagsOf(cardOf(seen, slug)?.split('<quick-sizes')[1] ?? '', 'button').some(
    (tag) => has(tag, 'name', 'size') && has(tag, 'value', size),
  )

/** What the page of a product says of one of its sizes. */
export function sizeOnPage({ html }: Seen, variant: string): 'for sale' | 'sold out' | undefined {
  const own = tagsOf(html, 'input').find(
    (tag) => has(tag, 'name', 'variantId') && has(tag, 'value', variant) && has(tag, 'type', 'radio'),
  )
  if (!own) return undefined
  return own.includes('data-gone') ? 'sold out' : 'for sale'
}

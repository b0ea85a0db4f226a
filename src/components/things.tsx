import type { ListingView } from '#domain/views'
import type { Words } from './shop'

interface Counted {
  /** None of what is no shoe. */
  size?: string
}

/** Whether all of it are pairs of shoes, and may be counted as such. */
export const isAllPairs = (lines: readonly Counted[]): boolean => lines.every(({ size }) => Boolean(size))

/** Whether there is no shoe among it, so that nothing of it has a size or a fit. */
export const hasNoPair = (lines: readonly Counted[]): boolean =>
  lines.length > 0 && lines.every(({ size }) => !size)

/** What the cards of a listing are called: models where all of it are shoes, each of which has a segment. */
export function countedAs({ facets, total }: Pick<ListingView, 'facets' | 'total'>): 'models' | 'products' {
  const shoes = facets.segment.reduce((sum, { count }) => sum + count, 0)
  return facets.segment.length > 0 && shoes >= total ? 'models' : 'products'
}

/** `2 pairs`; of what is no shoe the number alone. */
export const quantityIn = (t: Words, line: Counted, count: number): string =>
  t(line.size ? 'order.quantity' : 'order.things', { count })

import { isFacetValue } from './listing-path'
import { isFit, type Fit } from './review'

/** Which reviews of a shoe: of pairs in a size, by how they fitted, and the page of them. */
export interface ReviewChoice {
  /** As in the facets: `42`, `42-2-3`. */
  size?: string
  fit?: Fit
  page: number
}

/** The segments after `/reviews`: `size-42`, `fit-small` and the page in this order, the first page without a number. */
export const reviewSegments = ({ size, fit, page }: ReviewChoice): string[] => [
  ...(size ? [`size-${size}`] : []),
  ...(fit ? [`fit-${fit}`] : []),
  ...(page > 1 ? [String(page)] : []),
]

/** The choice that segments name; undefined when they name none, or one that has another address. */
export function parseReviewSegments(segments: readonly string[]): ReviewChoice | undefined {
  const choice: ReviewChoice = { page: 1 }
  for (const segment of segments) {
    const [, name, value = ''] = /^(size|fit)-(.+)$/.exec(segment) ?? []
    if (name === 'size' && isFacetValue(value)) choice.size = value
    else if (name === 'fit' && isFit(value)) choice.fit = value
    else if (/^[1-9]\d{0,3}$/.test(segment)) choice.page = Number(segment)
    else return undefined
  }
  return reviewSegments(choice).join('/') === segments.join('/') ? choice : undefined
}

import type { FacetValue } from './views'

/** Shoppers start to wear adults' sizes at this length of foot: EU 35. */
const adultFootMm = 220

const ladderStep = ({ label, labels }: FacetValue): string =>
  labels?.uk ? [labels.uk, labels.usM, labels.usW].join('|') : label

/**
 * Sizes by the step of the UK and US ladder that they share, in the order they came: EU 37⅓ and 37.5 are both UK 4.5.
 * Who asks for UK 4.5 means both.
 */
export function byLadder(sizes: readonly FacetValue[]): FacetValue[][] {
  const groups = new Map<string, FacetValue[]>()
  for (const size of sizes) {
    const step = ladderStep(size)
    groups.set(step, [...(groups.get(step) ?? []), size])
  }
  return [...groups.values()]
}

/** Adults' sizes and children's. A size whose length of foot is not known is an adult's. */
export function byAge(sizes: readonly FacetValue[]): { adults: FacetValue[]; children: FacetValue[] } {
  const isChild = ({ labels }: FacetValue) => (labels?.footMm ?? adultFootMm) < adultFootMm
  return { adults: sizes.filter((size) => !isChild(size)), children: sizes.filter(isChild) }
}

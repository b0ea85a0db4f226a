import type { FacetName, SizeLabels } from '#domain/views'

/** A value of a facet with what counts it, before it has words. */
export interface FoundFacet {
  facet: FacetName
  value: string
  label: string
  labels: SizeLabels | null
  rank: number
  count: number
}

/** One page of a listing by ids, with the exact counts of every facet. Prices are minor units; null where nothing is left. */
export interface Found {
  total: number
  ids: string[] | null
  facets: FoundFacet[] | null
  prices: { min: number | null; max: number | null }
}

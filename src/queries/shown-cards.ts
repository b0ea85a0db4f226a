import type { Market } from '#domain/markets'
import type { ProductCard } from '#domain/views'
import { getCards } from './cards'
import { currentCatalogue } from './catalogue'
import { memoryCards } from './memory-cards'

/** Cards of these products, those not for sale left out: from the catalogue in memory as it is in the database now, or from there. */
export async function getShownCards(market: Market, ids: readonly string[]): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const catalogue = await currentCatalogue(0)
  return catalogue ? memoryCards(catalogue, market, ids) : getCards(market, ids)
}

import { DomainError } from '#domain/errors'
import type { MarketId } from '#domain/markets'
import type { ProductView } from '#domain/views'
import { getProduct } from '#queries/products'

/** As the slug field of the admin: what is not one cannot name a product. */
export const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The published product of an address. Throws `product.not-found`. */
export async function namedProduct(market: MarketId, slug: string): Promise<ProductView> {
  const product = slugForm.test(slug) ? await getProduct(market, slug) : undefined
  if (!product) throw new DomainError('product.not-found')
  return product
}

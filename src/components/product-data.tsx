import type { ProductView, VariantView } from '#domain/views'

interface Address {
  /** Absolute address of the page. */
  url: string
  origin: string
}

const offerOf = ({ price, priceUntil, available }: VariantView, url: string) => ({
  '@type': 'Offer',
  url,
  price: (price.amount / 100).toFixed(2),
  priceCurrency: price.currency,
  ...(priceUntil && { priceValidUntil: priceUntil }),
  availability: `https://schema.org/${available > 0 ? 'InStock' : 'OutOfStock'}`,
  itemCondition: 'https://schema.org/NewCondition',
})

/** A product and its sizes as schema.org's ProductGroup, for search engines. */
export function productData(product: ProductView, { url, origin }: Address): Record<string, unknown> {
  const images = product.images.map(({ id, url: own }) => `${origin}${id ? `/media/${id}/1600.webp` : own}`)
  return {
    '@context': 'https://schema.org',
    '@type': 'ProductGroup',
    productGroupID: product.slug,
    name: product.title,
    description: product.description,
    color: product.colour,
    brand: { '@type': 'Brand', name: product.brand },
    image: images,
    url,
    variesBy: ['https://schema.org/size'],
    hasVariant: product.variants.map((variant) => ({
      '@type': 'Product',
      sku: variant.sku,
      name: `${product.title}, ${variant.labels.eu}`,
      size: `EU ${variant.labels.eu}`,
      color: product.colour,
      image: images[0],
      offers: offerOf(variant, url),
    })),
  }
}

import type { Plugin } from 'payload'

/** The menu from top to bottom: first what is worked on all day, last what is looked up. */
const order = [
  'orders',
  'payments',
  'shipments',
  'carts',
  'products',
  'styles',
  'variants',
  'categories',
  'brands',
  'variantTypes',
  'variantOptions',
  'price-records',
  'stock-levels',
  'stock-movements',
  'reservations',
  'locations',
  'customers',
  'addresses',
  'pages',
  'media',
  'redirects',
  'users',
  'shipping-zones',
  'shipping-methods',
  'tax-rates',
  'emails',
  'audit-entries',
]

const placeOf = (slug: string): number => {
  const place = order.indexOf(slug)
  return place < 0 ? order.length : place
}

/** Puts the collections of the project and of its plugins in the order of the menu. */
export const menuOrder: Plugin = (config) => ({
  ...config,
  collections: [...(config.collections ?? [])].sort((one, other) => placeOf(one.slug) - placeOf(other.slug)),
})

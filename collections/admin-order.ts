import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import type { Permission } from '#domain/permissions'
import { staffCan } from './access'

/** The menu from top to bottom: first what is worked on all day, last what is looked up. */
const order = [
  'orders',
  'payments',
  'shipments',
  'returns',
  'withdrawals',
  'refunds',
  'invoices',
  'carts',
  'products',
  'styles',
  'variants',
  'categories',
  'brands',
  'variantTypes',
  'variantOptions',
  'care-plans',
  'synonyms',
  'search-terms',
  'price-campaigns',
  'price-records',
  'stock-levels',
  'stock-movements',
  'reservations',
  'stock-alerts',
  'draw-entries',
  'locations',
  'promotions',
  'promotion-codes',
  'redemptions',
  'reviews',
  'customers',
  'customer-groups',
  'wishlists',
  'credits',
  'credit-entries',
  'addresses',
  'messages',
  'subscribers',
  'mail-suppressions',
  'pages',
  'articles',
  'authors',
  'mail-wordings',
  'media',
  'redirects',
  'users',
  'shipping-zones',
  'shipping-methods',
  'tax-rates',
  'emails',
  'consents',
  'audit-entries',
]

/** What everybody may read but only these people work with is left out of the menu of the others. */
const workedOnWith: Readonly<Record<string, Permission>> = {
  styles: 'catalog.write',
  variants: 'catalog.write',
  categories: 'catalog.write',
  brands: 'catalog.write',
  variantTypes: 'catalog.write',
  variantOptions: 'catalog.write',
  'care-plans': 'catalog.write',
  synonyms: 'catalog.write',
  'price-campaigns': 'catalog.write',
  'price-records': 'catalog.write',
  reviews: 'reviews.manage',
  'customer-groups': 'customers.write',
  credits: 'credits.manage',
  'credit-entries': 'credits.manage',
  pages: 'content.write',
  articles: 'content.write',
  authors: 'content.write',
  'mail-wordings': 'content.write',
  media: 'content.write',
  redirects: 'content.write',
  navigation: 'content.write',
  footer: 'content.write',
  users: 'users.manage',
  locations: 'settings.write',
  'shipping-zones': 'settings.write',
  'shipping-methods': 'settings.write',
  'tax-rates': 'settings.write',
  'shop-settings': 'settings.write',
}

const placeOf = (slug: string): number => {
  const place = order.indexOf(slug)
  return place < 0 ? order.length : place
}

function inMenu<Entity extends CollectionConfig | GlobalConfig>(entity: Entity): Entity {
  const permission = workedOnWith[entity.slug]
  if (!permission || entity.admin?.hidden !== undefined) return entity
  return {
    ...entity,
    admin: { ...entity.admin, hidden: ({ user }: { user: unknown }) => !staffCan(user, permission) },
  }
}

/** Puts what the project and its plugins manage in the order of the menu, each for those who work with it. */
export const menuOrder: Plugin = (config) => ({
  ...config,
  collections: [...(config.collections ?? [])]
    .sort((one, other) => placeOf(one.slug) - placeOf(other.slug))
    .map(inMenu),
  globals: (config.globals ?? []).map(inMenu),
})

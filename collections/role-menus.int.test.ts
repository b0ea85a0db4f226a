import { expect, test } from 'vitest'
import { roles, type Role } from '#domain/permissions'
import { getTestRequest } from '../src/start/testing/payload'

const { default: built } = await import('#config')
const { admin, collections, globals } = await built

const everybody = ['products', 'stock-levels', 'stock-movements', 'reservations']
const campaigns = ['promotions', 'promotion-codes', 'redemptions']
const sales = [
  'orders',
  'payments',
  'shipments',
  'returns',
  'withdrawals',
  'refunds',
  'invoices',
  'carts',
  'emails',
]
const range = [
  'styles',
  'variants',
  'categories',
  'brands',
  'variantTypes',
  'variantOptions',
  'care-plans',
  'synonyms',
]
const prices = ['price-campaigns', 'price-records']
const content = [
  'pages',
  'articles',
  'authors',
  'mail-wordings',
  'media',
  'redirects',
  'navigation',
  'footer',
]
const people = [
  'customers',
  'wishlists',
  'stock-alerts',
  'draw-entries',
  'customer-groups',
  'credits',
  'credit-entries',
  'addresses',
  'messages',
  'subscribers',
  'mail-suppressions',
]

/** Seen within their order alone. */
const within = new Set(['order-notes'])

/** What each role finds in its menu, and nothing else; the owner finds all there is. */
const menus: Readonly<Record<Role, readonly string[]>> = {
  owner: [...collections, ...globals]
    .map(({ slug }) => slug)
    .filter((slug) => !slug.startsWith('payload-') && !within.has(slug)),
  merchandiser: [...everybody, ...campaigns, ...range, 'search-terms', ...prices, ...content, 'reviews'],
  'order-desk': [...everybody, ...campaigns, ...sales, ...people, 'reviews'],
  analyst: [...everybody, ...campaigns, 'search-terms', ...sales],
}

/** Where the role is also offered "Create new". */
const created: Readonly<Record<Role, readonly string[]>> = {
  owner: [
    ...['products', ...range, 'price-campaigns', 'locations', 'promotions', 'promotion-codes'],
    ...[
      'customer-groups',
      'addresses',
      'pages',
      'articles',
      'authors',
      'mail-wordings',
      'media',
      'redirects',
      'users',
    ],
    ...['shipping-zones', 'shipping-methods', 'tax-rates'],
  ],
  merchandiser: [
    ...['products', ...range, 'price-campaigns', 'promotions', 'promotion-codes'],
    ...['pages', 'articles', 'authors', 'mail-wordings', 'media', 'redirects'],
  ],
  'order-desk': ['customer-groups', 'addresses'],
  analyst: [],
}

const asRole = async (role: Role) => {
  const user = { id: '00000000-0000-4000-8000-000000000000', collection: 'users', role }
  return Object.assign(await getTestRequest(), { user })
}

type Asked = Awaited<ReturnType<typeof asRole>>
type Entity = (typeof collections)[number] | (typeof globals)[number]

async function isInMenu({ admin: { hidden }, access }: Entity, req: Asked): Promise<boolean> {
  const isHidden = typeof hidden === 'function' ? hidden({ user: req.user as never }) : Boolean(hidden)
  return !isHidden && Boolean(await access.read({ req: req as never }))
}

test.each(roles)('the menu of the %s holds what the role works with', async (role) => {
  const req = await asRole(role)
  const shown: string[] = []
  for (const entity of [...collections, ...globals]) if (await isInMenu(entity, req)) shown.push(entity.slug)
  expect(shown.sort()).toEqual([...menus[role]].sort())
})

test.each(roles)('the %s is offered to create only what the role may write', async (role) => {
  const req = await asRole(role)
  const offered: string[] = []
  for (const entity of collections)
    if ((await isInMenu(entity, req)) && (await entity.access.create({ req: req as never, data: {} })))
      offered.push(entity.slug)
  expect(offered.sort()).toEqual([...created[role]].sort())
})

test.each(roles)('the dashboard of the %s has the widgets the role may read', async (role) => {
  const { defaultLayout } = admin.dashboard ?? {}
  const req = await asRole(role)
  const layout = typeof defaultLayout === 'function' ? await defaultLayout({ req: req as never }) : []
  const slugs = layout.map(({ widgetSlug }) => String(widgetSlug))
  const orderWidgets = ['today', 'waiting', 'last-orders', 'unsent-mail']
  const ofOwner = role === 'owner' ? ['backups'] : []
  const ofCatalogue = [
    'low-stock',
    ...(role === 'owner' || role === 'merchandiser' ? ['missing-photos'] : []),
  ]
  expect(slugs).toEqual(role === 'merchandiser' ? ofCatalogue : [...orderWidgets, ...ofCatalogue, ...ofOwner])
})

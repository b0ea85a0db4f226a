import type { PayloadRequest } from 'payload'
import { describe, expect, test } from 'vitest'
import config from '#config'
import { noteFigures } from '../src/bench/scoreboard/note-figure'

/**
 * Every collection and global x operation x role, in one table. A letter reaches everything, a letter with `?`
 * only the rows its filter names, a letter that is absent nothing: a stranger, c customer, o owner, m merchandiser,
 * d order desk, n analyst. A collection without a row fails.
 */
const matrix: Record<string, Record<string, string>> = {
  styles: { create: 'o m', read: 'a? c? o m d n', update: 'o m', delete: 'o m', readVersions: 'o m' },
  products: { create: 'o m', read: 'a? c? o m d n', update: 'o m', delete: 'o m', readVersions: 'o m' },
  pages: { create: 'o m', read: 'a? c? o m d n', update: 'o m', delete: 'o m', readVersions: 'o m' },
  articles: { create: 'o m', read: 'a? c? o m d n', update: 'o m', delete: 'o m', readVersions: 'o m' },
  authors: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  variants: { create: 'o m', read: 'a? c? o m d n', update: 'o m', delete: '', readVersions: '' },
  variantTypes: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  variantOptions: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  brands: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  categories: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  'care-plans': { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  synonyms: { create: 'o m', read: 'o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  'search-terms': { create: '', read: 'o m n', update: '', delete: '', readVersions: '' },
  media: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  redirects: { create: 'o m', read: 'a c o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  'shipping-zones': { create: 'o', read: 'a c o m d n', update: 'o', delete: 'o', readVersions: '' },
  'shipping-methods': { create: 'o', read: 'a c o m d n', update: 'o', delete: 'o', readVersions: '' },
  'tax-rates': { create: 'o', read: 'a c o m d n', update: 'o', delete: 'o', readVersions: '' },
  'price-campaigns': { create: 'o m', read: 'o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  'price-records': { create: '', read: 'a c o m d n', update: '', delete: '', readVersions: '' },
  locations: { create: 'o', read: 'o m d n', update: 'o', delete: '', readVersions: '' },
  'stock-levels': { create: '', read: 'o m d n', update: '', delete: '', readVersions: '' },
  'stock-movements': { create: '', read: 'o m d n', update: '', delete: '', readVersions: '' },
  reservations: { create: '', read: 'o m d n', update: '', delete: '', readVersions: '' },
  'stock-alerts': { create: '', read: 'o d', update: '', delete: '', readVersions: '' },
  'draw-entries': { create: '', read: 'o d', update: '', delete: '', readVersions: '' },
  reviews: { create: '', read: 'o m d', update: '', delete: '', readVersions: '' },
  wishlists: { create: '', read: 'o d', update: '', delete: '', readVersions: '' },
  'mail-suppressions': { create: '', read: 'o d', update: '', delete: 'o d', readVersions: '' },
  subscribers: { create: '', read: 'o d', update: '', delete: '', readVersions: '' },
  messages: { create: '', read: 'o d', update: 'o d', delete: '', readVersions: '' },
  consents: { create: '', read: 'o', update: '', delete: '', readVersions: '' },
  carts: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  orders: { create: '', read: 'c? o d n', update: '', delete: '', readVersions: '' },
  payments: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  shipments: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  credits: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  'credit-entries': { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  refunds: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  invoices: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  returns: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  'order-notes': { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  withdrawals: { create: '', read: 'o d n', update: '', delete: '', readVersions: '' },
  'mail-wordings': { create: 'o m', read: 'o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  emails: { create: '', read: 'o d? n?', update: '', delete: '', readVersions: '' },
  'audit-entries': { create: '', read: 'o', update: '', delete: '', readVersions: '' },
  customers: {
    create: '',
    read: 'c? o d',
    update: 'o d',
    delete: '',
    readVersions: '',
    unlock: 'o d',
    admin: '',
  },
  addresses: { create: 'o d', read: 'c? o d', update: 'o d', delete: 'o d', readVersions: '' },
  promotions: { create: 'o m', read: 'o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  'promotion-codes': { create: 'o m', read: 'o m d n', update: 'o m', delete: 'o m', readVersions: '' },
  redemptions: { create: '', read: 'o m d n', update: '', delete: '', readVersions: '' },
  'customer-groups': { create: 'o d', read: 'o m d n', update: 'o d', delete: 'o d', readVersions: '' },
  users: {
    create: 'o',
    read: 'o m? d? n?',
    update: 'o m? d? n?',
    delete: 'o',
    readVersions: '',
    unlock: 'o',
    admin: 'o m d n',
  },
}

const globals: Record<string, Record<string, string>> = {
  navigation: { read: 'a c o m d n', update: 'o m', readVersions: '' },
  footer: { read: 'a c o m d n', update: 'o m', readVersions: '' },
  'shop-settings': { read: 'o m d n', update: 'o', readVersions: '' },
}

/**
 * Fields that say by themselves who reaches them; all others are as open as their collection. Of what Payload adds, keys
 * of the API and sessions depend on the row, and are tested over HTTP (`auth-security.int.test.ts`).
 */
const nobody = { create: '', read: '', update: '' }
const kept = { create: '', update: '' }
const fields: Record<string, Record<string, string>> = {
  'orders.explanation': { read: 'o d n' },
  'orders.tags': { read: 'o d n' },
  'orders.assignee': { read: 'o d n' },
  'orders.timeline.actor': { read: 'o d n' },
  'orders.timeline.note': { read: 'o d n' },
  'orders.timeline.data': { read: 'o d n' },
  'carts.secretHash': nobody,
  'carts.draft': nobody,
  'carts.credits': nobody,
  'wishlists.secretHash': nobody,
  'credits.codeHash': nobody,
  'messages.name': { update: '' },
  'messages.email': { update: '' },
  'messages.number': { update: '' },
  'messages.text': { update: '' },
  'messages.market': { update: '' },
  'media.seconds': { create: '', update: '' },
  'customers.googleSub': nobody,
  'customers.groups': { read: 'o d' },
  'customers.note': { read: 'o d' },
  'users.role': { create: 'o', update: 'o' },
  'users.secondFactor': kept,
  'users.googleAllowed': { create: 'o', update: 'o' },
  'users.googleSub': nobody,
  ...Object.fromEntries(
    ['customers', 'users'].flatMap((slug) => [
      ...['resetPasswordToken', 'resetPasswordExpiration', 'resetPasswordRequestedAt'].map((name) => [
        `${slug}.${name}`,
        kept,
      ]),
      ...['salt', 'hash', 'loginAttempts', 'lockUntil'].map((name) => [`${slug}.${name}`, kept]),
    ]),
  ),
}

/** Payload's own; what a stranger or shopper may do there is tested over HTTP. */
const system = /^payload-/

const staff = (role: string) => ({ id: '1', collection: 'users', role })
const people: Record<string, unknown> = {
  a: null,
  // The same id as a member of staff, and a role that no customer has: neither may count.
  c: { id: '1', collection: 'customers', role: 'owner' },
  o: staff('owner'),
  m: staff('merchandiser'),
  d: staff('order-desk'),
  n: staff('analyst'),
}

type AccessTable = Record<string, ((args: { req: PayloadRequest }) => unknown) | undefined>

async function reached(access: AccessTable, operation: string): Promise<string> {
  const check = access[operation]
  if (!check) return 'not stated'
  const marks = await Promise.all(
    Object.entries(people).map(async ([letter, user]) => {
      const answer = await check({ req: { user } as PayloadRequest })
      return answer === true ? letter : answer ? `${letter}?` : ''
    }),
  )
  return marks.filter(Boolean).join(' ')
}

const { collections, globals: allGlobals } = await config
const ours = collections.filter(({ slug }) => !system.test(slug))

test('every collection and every global has a row, and no row is left over', () => {
  expect(Object.keys(matrix).sort()).toEqual(ours.map(({ slug }) => slug).sort())
  expect(Object.keys(globals).sort()).toEqual(allGlobals.map(({ slug }) => slug).sort())
})

describe.each(ours.map(({ slug, access }) => [slug, access as unknown as AccessTable] as const))(
  '%s',
  (slug, access) => {
    test.each(Object.entries(matrix[slug] ?? {}))(`${slug}: who may %s`, async (operation, expected) => {
      expect(await reached(access, operation)).toBe(expected)
    })
  },
)

describe.each(allGlobals.map(({ slug, access }) => [slug, access as unknown as AccessTable] as const))(
  '%s',
  (slug, access) => {
    test.each(Object.entries(globals[slug] ?? {}))(`${slug}: who may %s`, async (operation, expected) => {
      expect(await reached(access, operation)).toBe(expected)
    })
  },
)

interface Guarded {
  name?: string
  access?: AccessTable
  fields?: Guarded[]
  tabs?: Guarded[]
  blocks?: (Guarded & { slug: string })[]
}

/** Every field below with access of its own, by its path. */
const guardedIn = (list: readonly Guarded[], path: string): [string, AccessTable][] =>
  list.flatMap((field) => {
    const own = field.name ? `${path}.${field.name}` : path
    return [
      ...(field.name && field.access ? [[own, field.access] as [string, AccessTable]] : []),
      ...guardedIn(field.fields ?? [], own),
      ...guardedIn(field.tabs ?? [], own),
      ...(field.blocks ?? []).flatMap((block) => guardedIn(block.fields ?? [], `${own}.${block.slug}`)),
    ]
  })

const guarded = [...ours, ...allGlobals]
  .flatMap((one) => guardedIn(one.fields as unknown as Guarded[], one.slug))
  .filter(([path, access]) => Object.keys(access).length > 0 && !/^\w+\.(\w*APIKey\w*|sessions)$/i.test(path))

test('every field with access of its own has a row, and no row is left over', () => {
  expect(Object.keys(fields).sort()).toEqual(guarded.map(([path]) => path).sort())
})

test.each(guarded)('field %s: who may what', async (path, access) => {
  const operations = Object.keys(fields[path] ?? {})
  expect(Object.keys(access).sort()).toEqual(operations.sort())
  for (const operation of operations)
    expect(await reached(access, operation), operation).toBe(fields[path]?.[operation])
})

test('the cells of the tables', (context) => {
  const cells = [matrix, globals, fields].flatMap((table) => Object.values(table).flatMap(Object.keys))
  noteFigures(context, { accessCells: cells.length })
  expect(cells.length).toBeGreaterThan(200)
})

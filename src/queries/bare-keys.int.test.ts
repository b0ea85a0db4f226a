import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../start/testing/payload'
import { bareKeysOf } from './database-sql.mjs'

/** A few documents with a row for each language: settings, menus, pages as they are now, places, ways to deliver. */
const small = [
  ...['authors_locales', 'care_plans_locales', 'care_plans_steps_locales', 'categories_locales'],
  ...['footer_locales', 'footer_columns_locales', 'footer_columns_links_locales', 'locations_locales'],
  ...['navigation_items_locales', 'navigation_items_groups_locales', 'navigation_items_groups_links_locales'],
  ...['pages_locales', 'shipping_methods_locales', 'shipping_zones_texts', 'shop_settings_locales'],
]
/** Orders are kept for ever and places nearly so: an index that every bag and pair pays for would serve nobody. */
const kept = ['carts.order_id', 'reservations.location_id']

test('no table that grows has a key to another table without an index', async () => {
  const found = await rowsOf<{ table: string; columns: string }>(
    await getTestRequest(),
    sql.raw(bareKeysOf({ rows: -1, most: 1000 })),
  )
  const isSmall = (table: string) => small.includes(table) || /^pages_blocks_\w+_locales$/.test(table)
  const growing = found.filter(({ table }) => !isSmall(table))
  expect(growing.map(({ table, columns }) => `${table}.${columns}`).toSorted()).toEqual(kept)
})

import { expect, test } from 'vitest'
import { sql } from '@payloadcms/db-postgres'
import { rowsOf } from '#services/transaction'
import { makeProduct } from '../services/testing/shop-rows'
import { getTestRequest } from '../start/testing/payload'
import { freeDeliveryFrom } from './free-delivery'

test('delivery is free from what holds wherever a market delivers, and from nothing where it holds not everywhere', async () => {
  const req = await getTestRequest()
  expect(await freeDeliveryFrom('us')).toBeUndefined()
  await makeProduct(req, { stock: [] })
  expect(await freeDeliveryFrom('us')).toBe(15_000)
  expect(await freeDeliveryFrom('it')).toBe(15_000)
  const [zone] = await rowsOf<{ id: string }>(
    req,
    sql`WITH zone AS (INSERT INTO shipping_zones (name, code) VALUES ('Sardinia', 'sardinia') RETURNING id),
        area AS (INSERT INTO shipping_zones_areas (_order, _parent_id, id, country, postal_codes)
          SELECT 1, id, 'free-area', 'IT', '07*' FROM zone),
        method AS (INSERT INTO shipping_methods (code, kind, zone_id, min_days, max_days, "order", active)
          SELECT 'boat', 'delivery', id, 3, 6, 1, true FROM zone RETURNING id)
      INSERT INTO shipping_methods_rates (_order, _parent_id, id, currency, price, free_from)
      SELECT 1, id, 'boat-rate', 'EUR', 900, 25000 FROM method RETURNING _parent_id AS id`,
  )
  expect(await freeDeliveryFrom('it')).toBe(25_000)
  expect(await freeDeliveryFrom('de')).toBe(15_000)
  await rowsOf(req, sql`UPDATE shipping_methods_rates SET free_from = NULL WHERE _parent_id = ${zone?.id}`)
  expect(await freeDeliveryFrom('it')).toBeUndefined()
  await rowsOf(req, sql`UPDATE shipping_methods SET active = false WHERE id = ${zone?.id}`)
  expect(await freeDeliveryFrom('it')).toBe(15_000)
})

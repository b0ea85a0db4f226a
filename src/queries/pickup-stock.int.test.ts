import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { makeProduct } from '../services/testing/shop-rows'
import { getTestRequest } from '../start/testing/payload'
import { getPickupStock } from './pickup-stock'

test('each store where one may collect says which sizes lie there, and others are not named', async () => {
  const req = await getTestRequest()
  const { id, slug, variants } = await makeProduct(req, { stock: [3, 0] })
  const name = `Store ${randomUUID().slice(0, 8)}`
  const [store] = await rowsOf<{ id: string }>(
    req,
    sql`WITH s AS (INSERT INTO styles (name, slug, segment, _status) VALUES ('Shoe', ${randomUUID()}, 'men', 'published') RETURNING id),
      p AS (UPDATE products SET style_id = s.id FROM s WHERE products.id = ${id} RETURNING 1)
      INSERT INTO locations (name, code, city, country) SELECT ${name}, ${randomUUID()}, 'Trieste', 'IT' FROM p RETURNING id`,
  )
  const here = async () => (await getPickupStock('it', slug)).find((one) => one.id === store?.id)
  expect(await here()).toBeUndefined()
  await rowsOf(
    req,
    sql`INSERT INTO shipping_methods (code, kind, location_id, min_days, max_days, "order", active)
      VALUES (${randomUUID()}, 'pickup', ${store?.id}, 0, 0, 9, true)`,
  )
  expect(await here()).toMatchObject({ name, city: 'Trieste', sizes: [] })
  await rowsOf(
    req,
    sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason) VALUES (${variants[1]?.id}, ${store?.id}, 2, 'delivery', 'test')`,
  )
  expect(await here()).toMatchObject({ sizes: [{ eu: '37', footMm: 237 }] })
  expect((await getPickupStock('us', slug)).some((one) => one.id === store?.id)).toBe(false)
  await rowsOf(req, sql`UPDATE shipping_methods SET active = false WHERE location_id = ${store?.id}`)
})

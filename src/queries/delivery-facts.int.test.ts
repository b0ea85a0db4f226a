import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { makeProduct } from '../services/testing/shop-rows'
import { getTestRequest } from '../start/testing/payload'
import { getDeliveryFacts } from './delivery-facts'
import { getDeliveryPromise } from './delivery-promise'

const monday = new Date('2026-11-30T08:00:00Z')

test('where postcodes have ways of their own, the slowest of them is promised, at the price of the country', async () => {
  const req = await getTestRequest()
  await makeProduct(req, { stock: [] })
  const factOf = async () => (await getDeliveryFacts('it')).find(({ country }) => country === 'IT')
  const [plain, promised] = [await factOf(), await getDeliveryPromise('it', monday)]
  await rowsOf(
    req,
    sql`WITH zone AS (INSERT INTO shipping_zones (name, code) VALUES ('Islands', 'a-islands') RETURNING id),
        area AS (INSERT INTO shipping_zones_areas (_order, _parent_id, id, country, postal_codes)
          SELECT 1, id, 'slow-area', 'IT', '07*, 90-98' FROM zone),
        method AS (INSERT INTO shipping_methods (code, kind, zone_id, min_days, max_days, "order", active)
          SELECT 'slow-boat', 'delivery', id, 8, 12, 1, true FROM zone RETURNING id)
      INSERT INTO shipping_methods_rates (_order, _parent_id, id, currency, price) SELECT 1, id, 'slow-rate', 'EUR', 1900 FROM method`,
  )
  expect(await factOf()).toEqual({ ...plain, maxDays: 12 })
  const slow = await getDeliveryPromise('it', monday)
  expect(slow).toMatchObject({ by: promised?.by, from: promised?.from })
  // Twelve working days from a Monday, less the holiday of 8 December.
  expect(slow?.to).toBe('2026-12-17')
  await rowsOf(req, sql`UPDATE shipping_methods SET active = false WHERE code = 'slow-boat'`)
  expect(await factOf()).toEqual(plain)
  expect(await getDeliveryPromise('it', monday)).toEqual(promised)
})

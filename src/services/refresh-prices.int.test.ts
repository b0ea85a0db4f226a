import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart, readCart } from './cart'
import { placeOrder } from './place-order'
import { refreshPrices } from './refresh-prices'
import { makeCampaign } from './testing/campaign-rows'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

const recordsOf = async (req: PayloadRequest, variant: string | undefined) =>
  rowsOf<{ amount: number; regular: number | null }>(
    req,
    sql`SELECT amount::float8 AS amount, regular::float8 AS regular FROM price_records
      WHERE variant_id = ${variant} AND currency = 'EUR' ORDER BY effective_from`,
  )
const reductionOf = async (req: PayloadRequest, variant: string | undefined) => {
  const [row] = await rowsOf<{ price: number; regular: number; low: number | null }>(
    req,
    sql`SELECT price::float8 AS price, regular::float8 AS regular, lowest30::float8 AS low FROM reduced_prices
      WHERE variant_id = ${variant} AND currency = 'EUR'`,
  )
  return row
}

test('a campaign that starts reduces cart and order at once, and the books when the job has run', async () => {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock: [5], price: 10_000 })
  const [variant] = product.variants
  await refreshPrices(req)
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variant?.id ?? '', quantity: 2 })
  await makeCampaign(req, { percent: 20, products: [product.id] })
  const cart = await readCart(req, token)
  expect(cart.lines[0]).toMatchObject({
    unitPrice: { amount: 8_000 },
    regularPrice: { amount: 10_000 },
    problem: { code: 'price-changed', was: { amount: 10_000 } },
  })
  expect(await reductionOf(req, variant?.id)).toBeUndefined()
  await refreshPrices(req)
  expect(await reductionOf(req, variant?.id)).toEqual({ price: 8_000, regular: 10_000, low: null })
  expect(await recordsOf(req, variant?.id)).toEqual([
    { amount: 10_000, regular: null },
    { amount: 8_000, regular: 10_000 },
  ])
  const { order } = await placeOrder(req, { token, key: 'a', input: checkoutOf() })
  expect(order.lines[0]).toMatchObject({ unitPrice: { amount: 8_000 }, total: { amount: 16_000 } })
})

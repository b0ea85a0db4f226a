import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { cancelOrder } from '#services/cancel-order'
import { captureOrder } from '#services/capture-order'
import { addLine, createCart } from '#services/cart'
import { addAddress } from '#services/customer-addresses'
import { placeOrder } from '#services/place-order'
import { shipOrder } from '#services/ship-order'
import { shippingOptions } from '#services/shipping-options'
import { rowsOf } from '#services/transaction'
import { idsBy, insertDocument, type Seeding } from './documents'
import { demoCustomers, demoOrders, type DemoOrder, type Progress } from './order-list'

/** Two shoppers with an account and an address, and no password that a stranger could know. */
export async function seedCustomers(seeding: Seeding): Promise<void> {
  const known = await idsBy(seeding, 'customers', 'email')
  for (const { email, market, mySize, address } of demoCustomers) {
    if (known.has(email)) continue
    const { firstName, lastName } = address
    const data = { email, market, mySize, firstName, lastName, verifiedAt: new Date().toISOString() }
    await addAddress(seeding.req, await insertDocument(seeding, 'customers', data), address)
  }
}

/** The size with most pairs left, so that the scarce ones stay for shoppers. */
async function deepestVariant(req: PayloadRequest, product: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    req,
    sql`SELECT v.id FROM variants v
        JOIN products p ON p.id = v.product_id AND p.slug = ${product} AND p._status = 'published'
        JOIN stock_levels s ON s.variant_id = v.id AND s.on_hand - s.reserved > 1
        WHERE v.deleted_at IS NULL AND p.deleted_at IS NULL
        ORDER BY s.on_hand - s.reserved DESC, v.sku LIMIT 1`,
  )
  return row?.id
}

const steps: Record<Progress, (req: PayloadRequest, orderId: string, number: string) => Promise<unknown>> = {
  placed: () => Promise.resolve(),
  paid: (req, orderId) => captureOrder(req, { orderId }),
  shipped: (req, orderId, number) =>
    shipOrder(req, { orderId, carrier: 'BRT', trackingNumber: `TS${number.replace(/\D/g, '')}` }),
  cancelled: (req, orderId) => cancelOrder(req, { orderId, reason: 'The shopper chose another size' }),
}

/** As a shopper places it, then as the order desk goes on. A shop that has sold these shoes out gets no order. */
async function placeDemoOrder(req: PayloadRequest, order: DemoOrder, customerId?: string): Promise<void> {
  const { market, email, address, payment, progress } = order
  const { token } = await createCart(req, { market, ...(customerId ? { customerId } : {}) })
  let pairs = 0
  for (const slug of order.products) {
    const variantId = await deepestVariant(req, slug)
    if (!variantId) continue
    await addLine(req, token, { variantId, quantity: 1 })
    pairs += 1
  }
  const options = await shippingOptions(req, token, { country: address.country })
  const option = order.express ? options.at(-1) : options[0]
  if (pairs === 0 || !option) return
  const input = { email, shippingAddress: address, shippingOption: option.id, paymentMethod: payment }
  const call = { token, key: `demo-order:${email}`, input, ...(customerId ? { customerId } : {}) }
  const placed = await placeOrder(req, call)
  const { id, number } = placed.order
  if (payment === 'manual' && progress === 'shipped') await captureOrder(req, { orderId: id })
  await steps[progress](req, id, number)
}

/** Places the demo orders through the shop's own services, once: an order exists for its mail address or it does not. */
export async function seedOrders(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  const [mark] = await rowsOf(req, sql`SELECT 1 FROM shop_marks WHERE name = 'demo-orders'`)
  if (mark) return
  const placed = await rowsOf<{ email: string }>(req, sql`SELECT email FROM orders`)
  const customers = await rowsOf<{ id: string; email: string }>(req, sql`SELECT id, email FROM customers`)
  for (const order of demoOrders) {
    if (placed.some(({ email }) => email === order.email)) continue
    await placeDemoOrder(req, order, customers.find(({ email }) => email === order.email)?.id)
  }
  await rowsOf(
    req,
    sql`INSERT INTO shop_marks (name, value) VALUES ('demo-orders', '{}'::jsonb) ON CONFLICT (name) DO NOTHING`,
  )
}

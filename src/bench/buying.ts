import { randomUUID } from 'node:crypto'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { buyer } from './buyer'
import { httpClient, inParallel } from './http-client'
import { measurePage, rowOf, type Row } from './rows'

interface Cart {
  token: string
  option: string
}

type Guest = ReturnType<typeof buyer>

export async function fillCart(guest: Guest, variants: readonly string[], index: number): Promise<Cart> {
  const token = await guest.openCart()
  await guest.add(token, variants[index % variants.length] ?? '')
  await guest.add(token, variants[(index * 7 + 3) % variants.length] ?? '')
  return { token, option: await guest.shippingOption(token) }
}

/** Node.js and one query on the same database: what figures of machines that differ are held against. */
async function measureBare(databaseUrl: string): Promise<Row> {
  const child = fork(new URL('bare-server.mjs', import.meta.url), [databaseUrl], { execArgv: [] })
  try {
    const [url] = (await once(child, 'message')) as [string]
    return { ...(await measurePage(url, '/')), what: 'Node.js and one query, nothing else' }
  } finally {
    child.disconnect()
  }
}

const beside = (row: Row, bare: Row): Row => ({
  ...row,
  note: [`${(row.perSecond / bare.perSecond).toFixed(4)} x Node.js and one query`, row.note]
    .filter(Boolean)
    .join('; '),
})

/** `POST /checkout` alone, on carts that were filled before. */
async function measureCheckout(
  url: string,
  variants: readonly string[],
  clients: number,
  paymentMethod = 'manual',
): Promise<Row> {
  const times = clients === 1 ? 400 : 1_200
  const guest = buyer(httpClient(url, clients))
  const carts: Cart[] = []
  await inParallel(times, 8, async (index) => {
    carts.push(await fillCart(guest, variants, index))
  })
  let refused = 0
  const took = await inParallel(times, clients, async (index) => {
    const cart = carts[index]
    if (!cart) refused += 1
    else if ((await guest.checkout(cart.token, cart.option, randomUUID(), paymentMethod)).status !== 201)
      refused += 1
  })
  const by = paymentMethod === 'stripe' ? ' by card, against a double of Stripe' : ''
  return rowOf(`POST /checkout${by}, ${clients} at once`, times, took, refused)
}

/** The whole way of a guest: cart, two pairs, delivery, order. */
async function measureBuyers(url: string, variants: readonly string[], clients: number): Promise<Row> {
  const times = 400
  const guest = buyer(httpClient(url, clients))
  let refused = 0
  const took = await inParallel(times, clients, async (index) => {
    const { token, option } = await fillCart(guest, variants, index)
    if ((await guest.checkout(token, option)).status !== 201) refused += 1
  })
  return rowOf(`a guest buys two pairs (5 calls), ${clients} at once`, times, took, refused)
}

/** Orders and whole ways of guests, each beside what the machine does with nothing in between. */
export async function measureBuying(
  { url, databaseUrl }: { url: string; databaseUrl: string },
  variants: readonly string[],
): Promise<Row[]> {
  const bare = await measureBare(databaseUrl)
  const rows: Row[] = []
  for (const clients of [1, 8, 32]) rows.push(await measureCheckout(url, variants, clients))
  for (const clients of [1, 8]) rows.push(await measureCheckout(url, variants, clients, 'stripe'))
  for (const clients of [1, 8]) rows.push(await measureBuyers(url, variants, clients))
  return [bare, ...rows.map((row) => beside(row, bare))]
}

import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import type { ListingView, ProductView, VariantView } from '#domain/views'
import { ofShop } from '../start/testing/journey-shop'

export interface Find {
  slug: string
  title: string
  variant: VariantView
}

const read = async <T>(path: string): Promise<T> =>
  (await fetch(`${ofShop('shopUrl')}/api/store${path}`)).json() as Promise<T>

const widthsOf = ({ variants }: ProductView): number => new Set(variants.map(({ width }) => width)).size

/** Sizes with enough pairs for a journey, of different products, where all sizes are seen at once. */
export async function findSizes(count: number, pairs = 3): Promise<Find[]> {
  const { products } = await read<ListingView>('/products?inStock=true&limit=60&sort=popular')
  const found: Find[] = []
  for (const { slug } of products) {
    const { product } = await read<{ product: ProductView }>(`/products/${slug}`)
    if (widthsOf(product) > 1) continue
    const variant = product.variants.find(({ available }) => available >= pairs)
    if (variant) found.push({ slug, title: product.name, variant })
    if (found.length === count) return found
  }
  throw new Error('The demo shop has too few sizes in stock')
}

/** Until the page's own elements are at work, a press does what it does without script. */
export const alive = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => customElements.get('theme-switch'))

/** Opens a product and chooses the size: the radio itself lies under its button. */
export async function chooseSize(page: Page, { slug, variant }: Find, hasScript = true): Promise<void> {
  await page.goto(`/p/${slug}`)
  if (hasScript) await alive(page)
  await page.locator(`input[name="variantId"][value="${variant.id}"]`).check({ force: true })
}

export const guest = {
  email: 'ada.rossi@example.org',
  fields: {
    'First name': 'Ada',
    'Last name': 'Rossi',
    'Street and number': 'Via Po 12',
    Postcode: '10123',
    Town: 'Torino',
  },
}

export async function fillContact(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(guest.email)
  await page.getByRole('button', { name: 'Continue to delivery' }).click()
}

/** Without script the ways to deliver of another country are asked for by a button. */
export async function fillDelivery(page: Page, { hasScript = true } = {}): Promise<void> {
  for (const [label, value] of Object.entries(guest.fields))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Country').selectOption('IT')
  if (!hasScript) await page.getByRole('button', { name: 'Show the ways to deliver' }).click()
  await page.getByRole('button', { name: 'Continue to payment' }).click()
}

/** The number of the order that the page is about. */
export async function orderNumber(page: Page): Promise<string> {
  await page.waitForURL(/\/orders\/M-\d+/)
  const [number] = /M-\d+/.exec(page.url()) ?? []
  if (!number) throw new Error(`There is no order number in ${page.url()}`)
  return number
}

export interface Placed {
  id: string
  number: string
  lines: { id: string }[]
  /** Opens the order without an account. */
  link: string
}

/** One call of the Store API; what is no success throws. */
export type Send = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<T>

/** As somebody without cookies. */
const sendAlone: Send = async <T>(method: string, path: string, body?: unknown, headers = {}) => {
  const answer = await fetch(`${ofShop('shopUrl')}/api/store${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** With the cookies of a visitor, and into them. */
export const sendAs =
  ({ request }: BrowserContext): Send =>
  async <T>(method: string, path: string, data?: unknown, headers = {}) => {
    const answer = await request.fetch(`/api/store${path}`, {
      ...{ method, data, headers: { origin: ofShop('shopUrl'), ...headers } },
    })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${text.slice(0, 300)}`)
    return JSON.parse(text || '{}') as T
  }

export const address = {
  firstName: 'Ada',
  lastName: 'Rossi',
  line1: 'Via Po 12',
  postalCode: '10123',
  city: 'Torino',
  country: 'IT',
}

/** The first way in which the cart is brought to `address`. */
export async function wayToItaly(
  send: Send,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = '/carts/current/shipping-options?country=IT'
  const { options } = await send<{ options: { id: string }[] }>('GET', path, undefined, headers)
  if (!options[0]) throw new Error('Nothing is brought to Italy')
  return options[0].id
}

/** An order of whoever sends, by bank transfer unless another way is named. */
export async function orderBy(
  send: Send,
  variantId: string,
  quantity: number,
  { email = guest.email, paymentMethod = 'manual' } = {},
): Promise<Placed> {
  const { token } = await send<{ token: string }>('POST', '/carts', { market: 'eu' })
  const cart = { 'x-cart-token': token }
  await send('POST', '/carts/current/lines', { variantId, quantity }, cart)
  const shippingOption = await wayToItaly(send, cart)
  const { order, accessToken } = await send<{ order: Omit<Placed, 'link'>; accessToken: string }>(
    'POST',
    '/checkout',
    { email, shippingAddress: address, shippingOption, paymentMethod },
    { ...cart, 'idempotency-key': randomUUID() },
  )
  return { ...order, link: `/o/${order.number}/${accessToken}` }
}

/** An order of a guest. */
export const orderByApi = (
  variantId: string,
  quantity: number,
  more: { email?: string; paymentMethod?: string } = {},
): Promise<Placed> => orderBy(sendAlone, variantId, quantity, more)

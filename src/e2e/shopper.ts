import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import type { ListingView, ProductView, VariantView } from '#domain/views'

export interface Find {
  slug: string
  title: string
  variant: VariantView
}

const read = async <T>(path: string): Promise<T> =>
  (await fetch(`${inject('shopUrl')}/api/store${path}`)).json() as Promise<T>

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

async function post<T>(path: string, headers: Record<string, string>, body: unknown): Promise<T> {
  const answer = await fetch(`${inject('shopUrl')}/api/store${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** An order of a guest, by bank transfer unless another way is named, as the Store API takes it. */
export async function orderByApi(
  variantId: string,
  quantity: number,
  { email = guest.email, paymentMethod = 'manual' } = {},
): Promise<Placed> {
  const { token } = await post<{ token: string }>('/carts', {}, { market: 'eu' })
  const cart = { 'x-cart-token': token }
  await post('/carts/current/lines', cart, { variantId, quantity })
  const { options } = (await (
    await fetch(`${inject('shopUrl')}/api/store/carts/current/shipping-options?country=IT`, { headers: cart })
  ).json()) as { options: { id: string }[] }
  const { order, accessToken } = await post<{ order: Omit<Placed, 'link'>; accessToken: string }>(
    '/checkout',
    { ...cart, 'idempotency-key': randomUUID() },
    {
      email,
      shippingAddress: {
        firstName: 'Ada',
        lastName: 'Rossi',
        line1: 'Via Po 12',
        postalCode: '10123',
        city: 'Torino',
        country: 'IT',
      },
      shippingOption: options[0]?.id,
      paymentMethod,
    },
  )
  return { ...order, link: `/o/${order.number}/${accessToken}` }
}

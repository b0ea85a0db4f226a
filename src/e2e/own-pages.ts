import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { checkoutSteps } from '#domain/checkout-steps'
import { inCheckout } from '../start/checkout.mjs'
import { ofShop } from '../start/testing/journey-shop'
import { linkIn } from './mailbox'
import { joinAs, password, waitForTwo } from './member'
import {
  address,
  findSizes,
  guest,
  orderBy,
  orderByApi,
  sendAs,
  wayToItaly,
  type Find,
  type Placed,
} from './shopper'
import { staffRest } from './staff'

const folder = inCheckout('src/app/(buy)/[market]')

/** The routes of the pages that are made for one person, such as `/orders/[number]/pay`. */
export const ownRoutes = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => `/${dirname(file)}`)

/** Is this address one of that route? */
export const isOf = (route: string, path: string): boolean =>
  new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(new URL(path, 'http://shop').pathname)

/** An order whose pair has arrived: it can be returned, withdrawn from and reviewed. */
async function arrived(order: Placed): Promise<Placed> {
  const rest = await staffRest()
  for (const step of ['capture', 'ship', 'deliver']) await rest(`/orders/${order.id}/${step}`)
  return order
}

const ofOrder = (number: string): string[] => [
  `/orders/${number}`,
  `/orders/${number}/return`,
  `/orders/${number}/review`,
  `/withdraw?order=${number}`,
  `/withdraw?order=${number}&step=confirm`,
]

/** Contact and delivery, as the forms of the checkout send them, so that its last step is open too. */
async function fillCheckout(visitor: BrowserContext): Promise<void> {
  const shippingOption = await wayToItaly(sendAs(visitor))
  const parts = Object.entries(address).map(([name, value]) => [`shippingAddress.${name}`, value])
  const delivery = Object.fromEntries(parts) as Record<string, string>
  const headers = { origin: ofShop('shopUrl') }
  const steps: Record<string, string>[] = [
    { step: 'contact', email: guest.email },
    { step: 'delivery', shippingOption, ...delivery },
  ]
  let led = ''
  for (const form of steps)
    led = (await visitor.request.post('/api/store/forms/checkout', { form, headers })).url()
  if (!led.includes('step=payment')) throw new Error(`The forms of the checkout led to ${led}`)
}

/** Two sizes to buy, of different shoes. */
async function twoFinds(): Promise<[Find, Find]> {
  const [one, other] = await findSizes(2)
  if (!one || !other) throw new Error('nothing to buy')
  return [one, other]
}

/** A guest with an order that has arrived, a filled bag at the end of the checkout, and a list that is shared. */
export async function guestPages(visitor: BrowserContext): Promise<string[]> {
  const send = sendAs(visitor)
  const [bought, kept] = await twoFinds()
  const order = await arrived(await orderByApi(bought.variant.id, 1))
  await visitor.request.get(order.link)
  await send('POST', '/carts', { market: 'eu' })
  await send('POST', '/carts/current/lines', { variantId: kept.variant.id, quantity: 2 })
  await fillCheckout(visitor)
  await send('PUT', `/wishlist/items/${kept.slug}`)
  const { wishlist } = await send<{ wishlist: { shareUrl: string } }>('PUT', '/wishlist/share')
  const someKey = `${randomUUID()}&token=${randomUUID()}`
  return [
    ...ofOrder(order.number),
    '/cart',
    ...checkoutSteps.map((step) => `/checkout?step=${step}`),
    '/wishlist',
    wishlist.shareUrl,
    '/account/sign-in-link',
    '/account/second-step',
    `/account/measuring?customer=${someKey}`,
    `/newsletter?deed=confirm&subscriber=${someKey}`,
    `/stock-alert?alert=${someKey}`,
    `/stock-alert/held?alert=${someKey}`,
    `/draw?entry=${someKey}`,
  ]
}

/** A shopper with an account and something of everything in it; the pages of the account, and those that its mails lead to. */
export async function shopperPages(visitor: BrowserContext): Promise<{ own: string[]; mailed: string[] }> {
  const send = sendAs(visitor)
  const email = await joinAs(visitor)
  const wanted = `new-${email}`
  await send('POST', '/password-reset', { email })
  await send('POST', '/sign-in-link', { email })
  await send('POST', '/me/email', { email: wanted, password })
  await send('POST', '/me/erasure', { password })
  await send('POST', '/me/addresses', address)
  await send('PUT', '/me/sizes/men', { size: '42', system: 'eu' })
  await send('POST', '/me/children', { name: 'Pippo', footMm: 180, measuredOn: '2026-01-15' })
  await send('POST', '/me/second-factor', { password })
  await waitForTwo(email)
  const [bought, kept] = await twoFinds()
  const order = await arrived(await orderBy(send, bought.variant.id, 1, { email }))
  const unpaid = await orderBy(send, bought.variant.id, 1, { email, paymentMethod: 'stripe' })
  await send('PUT', `/wishlist/items/${kept.slug}`)
  const account = ['', '/addresses', '/sizes', '/alerts', '/privacy', '/security', '/second-factor']
  const mails = [
    [email, 'password-reset'],
    [email, 'sign-in-link'],
    [wanted, 'email-change'],
    [email, 'erasure-confirm'],
  ] as const
  return {
    own: [
      ...account.map((path) => `/account${path}`),
      ...ofOrder(order.number),
      `/orders/${unpaid.number}/pay`,
      '/withdraw',
      '/wishlist',
    ],
    mailed: await Promise.all(mails.map(([recipient, template]) => linkIn(recipient, template))),
  }
}

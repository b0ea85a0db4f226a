import { expect, test } from 'vitest'
import { markets, type MarketId } from '#domain/markets'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart, readCart, saveCheckoutDraft } from './cart'
import { makeProduct } from './testing/shop-rows'
import { readCartToQuote, walletQuote } from './wallet-quote'

async function bag(market: MarketId, pairs = 1) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [2] })
  const { token } = await createCart(req, { market })
  if (pairs > 0) await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: pairs })
  return { req, token }
}

/** What is read in one trip, beside what each reads by itself. */
async function both({ req, token }: Awaited<ReturnType<typeof bag>>, market: MarketId) {
  const country = markets[market].countries[0] ?? ''
  const { cart, quote } = await readCartToQuote(req, token)
  return [
    [cart, await quote()],
    [await readCart(req, token), await walletQuote(req, token, { country })],
  ]
}

test.each([
  ['eu', 1],
  ['us', 1],
  ['de', 2],
  ['eu', 0],
] as const)(
  'a bag of %s and its wallets, read in one trip, are what each is alone',
  async (market, pairs) => {
    const [one, each] = await both(await bag(market, pairs), market)
    expect(one).toEqual(each)
  },
)

test('wallets are still asked about the first country of the market where the bag is to go elsewhere', async () => {
  const { req, token } = await bag('eu')
  await saveCheckoutDraft(req, token, {
    shippingAddress: { country: 'DE', postalCode: '10115' },
    shippingOption: 'express',
  })
  const [one, each] = await both({ req, token }, 'eu')
  expect(one).toEqual(each)
  expect((await readCartToQuote(req, token)).cart.totals.shipping?.amount).toBe(1_190)
})

test('what is no cart is refused as it is elsewhere', async () => {
  const req = await getTestRequest()
  await expect(readCartToQuote(req, 'a'.repeat(43))).rejects.toMatchObject({ code: 'cart.not-found' })
})

import { render } from '@react-email/render'
import { describe, expect, test } from 'vitest'
import { locales, markets, type MarketId } from '#domain/markets'
import type { OrderView } from '#domain/views'
import { accountMails } from './account-mails'
import { orderMails, type OrderMailContext } from './order-mails'
import type { WrittenMail } from './worded-mail'

const money = (amount: number) => ({ amount, currency: 'EUR' as const })
const address = {
  firstName: 'Ada <b>',
  lastName: 'Rossi',
  line1: 'Via Po 1',
  postalCode: '10123',
  city: 'Torino',
  country: 'IT',
}

const orderIn = (market: MarketId): OrderView => ({
  id: '6f0c8a4e-8f4b-4d6c-9d43-0c9a4c6a0001',
  number: 'M-100001',
  placedAt: '2026-11-22T10:00:00.000Z',
  market,
  locale: markets[market].locale,
  currency: 'EUR',
  email: 'ada@example.org',
  taxIncluded: true,
  promotions: [],
  lines: [
    {
      id: 'a',
      variantId: 'v',
      sku: 'S',
      title: 'Cavour Derby cognac',
      colour: 'cognac',
      size: '42',
      image: '/media/m/1600.webp',
      quantity: 2,
      gifts: 0,
      shipped: 0,
      unitPrice: money(12900),
      discount: money(0),
      taxRate: 2200,
      tax: money(4652),
      total: money(25800),
    },
  ],
  totals: {
    subtotal: money(25800),
    discount: money(0),
    shipping: money(0),
    tax: money(4652),
    total: money(25800),
  },
  taxes: [{ rate: 2200, base: money(21148), tax: money(4652) }],
  reverseCharge: false,
  credits: [],
  toPay: money(25800),
  paymentMethod: 'manual',
  paymentStatus: 'pending',
  fulfilmentStatus: 'unfulfilled',
  shippingAddress: address,
  billingAddress: address,
  shipments: [
    {
      carrier: 'BRT',
      trackingNumber: 'T-1',
      shippedAt: '2026-11-23T10:00:00.000Z',
      lines: [{ lineId: 'a', quantity: 1 }],
    },
  ],
  timeline: [],
  expiresAt: '2026-11-29T10:00:00.000Z',
})

const contextIn = (market: MarketId): OrderMailContext => ({
  order: orderIn(market),
  orderUrl: 'https://shop.example/o/M-100001/token',
  shopUrl: 'https://shop.example',
  timezone: 'Europe/Rome',
  account: { accountHolder: 'Molini srl', iban: 'IT60X0542811101000000123456' },
  data: {},
})

describe.each(['eu', 'it', 'de'] as const)('in the market %s', (market) => {
  test.each(Object.keys(orderMails))(
    '%s names the order, links to it and leaves no gap',
    async (template) => {
      const mail = orderMails[template]?.(contextIn(market))
      if (!mail) throw new Error('no mail')
      const html = await render(mail.body)
      expect(mail.subject).toContain('M-100001')
      expect(html).toContain('https://shop.example/o/M-100001/token')
      expect(html).toContain('Ada &lt;b&gt;')
      expect(html).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    },
  )

  test('the mail of a placed order says where to pay and until when', async () => {
    const text = await render(orderMails['order-placed']?.(contextIn(market)).body, { plainText: true })
    expect(text).toContain('IT60X0542811101000000123456')
    expect(text).toMatch(/29/)
    expect(text).toMatch(/258/)
  })

  test('a size is said in the system that the buyer has chosen, beside the EU one', async () => {
    const { order, ...context } = contextIn(market)
    const labels = { eu: '42', uk: '8', usM: '9', cm: '27' }
    const lines = order.lines.map((one) => ({ ...one, labels, segment: 'men' as const }))
    const mailOf = (sizeSystem?: 'uk' | 'us') =>
      render(orderMails['order-placed']?.({ ...context, order: { ...order, lines, sizeSystem } }).body)
    expect(await mailOf('uk')).toContain('EU 42 · UK 8')
    expect(await mailOf('us')).toContain('EU 42 · US 9')
    expect(await mailOf()).not.toMatch(/UK|US/)
  })

  test('the width of a pair is in the words of the market, the usual one goes without saying', async () => {
    const { order, ...context } = contextIn(market)
    const mailOf = (width: string) =>
      render(
        orderMails['order-placed']?.({
          ...context,
          order: { ...order, lines: order.lines.map((one) => ({ ...one, width })) },
        }).body,
      )
    expect(await mailOf('Wide')).toContain({ eu: '42, Wide', it: '42, Larga', de: '42, Weit' }[market])
    expect(await mailOf('Standard')).not.toContain('Standard')
    expect(await mailOf('G')).toContain('42, G')
  })

  test('what was reduced shows its regular price struck through, a gift and promotions are named', async () => {
    const context = contextIn(market)
    const [first] = context.order.lines
    if (!first) throw new Error('no line')
    const promotion = { effect: 'percent', discount: money(1000), shipping: money(0) } as const
    const order: OrderView = {
      ...context.order,
      lines: [
        { ...first, unitPrice: money(9900), regularPrice: money(12345) },
        { ...first, id: 'b', quantity: 1, gifts: 1, unitPrice: money(0), total: money(0) },
      ],
      promotions: [
        { ...promotion, name: 'Welcome', code: 'HELLO' },
        { ...promotion, name: 'Autumn' },
      ],
      totals: { ...context.order.totals, discount: money(2500) },
    }
    const html = await render(orderMails['order-placed']?.({ ...context, order }).body)
    expect(html).toMatch(/<s>[^<]*123[.,]45/)
    expect(html.match(/<s>/g)).toHaveLength(1)
    expect(html).toMatch(/A gift|Un omaggio|Ein Geschenk/)
    for (const part of ['Welcome (HELLO)', 'Autumn']) expect(html).toContain(part)
    const whole = await render(orderMails['order-placed']?.(context).body)
    expect(whole).not.toContain('<s>')
  })

  test('the receipt of a withdrawal says who, what and when, to the second', async () => {
    const data = {
      number: 'W-100001',
      name: 'Ada Rossi',
      statedAt: '2026-11-27T22:59:41.000Z',
      outcome: 'return',
      returnNumber: 'R-100001',
      pairs: [{ title: 'Cavour Derby cognac', size: '42', quantity: 1 }],
    }
    const mail = orderMails['withdrawal-received']?.({ ...contextIn(market), data })
    const text = await render(mail?.body, { plainText: true })
    for (const part of ['Ada Rossi', 'M-100001', 'W-100001', 'R-100001', '1 x Cavour Derby cognac'])
      expect(text).toContain(part)
    expect(text).toMatch(/27/)
    expect(text).toMatch(/23:59:41/)
  })

  test('the mail of a refused return says why', async () => {
    const data = { number: 'R-100001', note: 'worn outside' }
    const mail = orderMails['return-rejected']?.({ ...contextIn(market), data })
    expect(await render(mail?.body)).toContain('worn outside')
  })

  test('the mail of a parcel lists what is in it, not the whole order', async () => {
    const html = await render(orderMails['order-shipped']?.(contextIn(market)).body)
    expect(html).toContain('T-1')
    expect(html).toMatch(/>1 x /)
    expect(html).not.toMatch(/>2 x /)
  })
})

test.each(Object.keys(accountMails))('%s differs in each language', async (template) => {
  const subjects = locales.map(
    (locale) => accountMails[template]?.({ locale, link: 'https://shop.example/account' }).subject,
  )
  expect(new Set(subjects).size).toBe(locales.length)
})

const careOrder = (market: MarketId): OrderView => {
  const order = orderIn(market)
  return {
    ...order,
    lines: order.lines.map(({ size: _, ...line }) => ({ ...line, title: 'Setola', colour: 'natural' })),
  }
}

const ofShoes =
  /\b([Pp]airs?|[Ss]hoes?|[Ss]izes?|[Pp]aio|[Pp]aia|[Ss]carp\w*|[Tt]agli\w*|[Cc]alz\w*|Paare?n?|Schuh\w*|Größe\w*)\b/

/** Subject and words of a mail, as they are written. */
const wordsIn = async (mail: WrittenMail | undefined): Promise<string> => {
  const html = await render(mail?.body)
  return `${mail?.subject} ${html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')}`
}

test.each(
  (['eu', 'it', 'de'] as const).flatMap((market) =>
    Object.keys(orderMails).flatMap((template) =>
      [{ outcome: 'care' }, { outcome: 'return', returnNumber: 'R-1' }].map(
        (data) => [market, template, data] as const,
      ),
    ),
  ),
)('in %s %s of an order without a shoe speaks of none', async (market, template, data) => {
  const mail = orderMails[template]?.({
    ...contextIn(market),
    order: careOrder(market),
    data: { ...data, lines: [{ lineId: 'a', quantity: 1 }] },
  })
  const isAsked = template !== 'review-invitation' || data.outcome === 'care'
  const said = await wordsIn(mail)
  expect(isAsked ? said.match(ofShoes) : null).toBeNull()
})

test('the other ways to place, change and collect an order without a shoe speak of none either', async () => {
  const pickup = { name: 'Ancona', line1: 'Via Po 1', postalCode: '60100', city: 'Ancona', country: 'IT' }
  for (const market of ['eu', 'it', 'de'] as const)
    for (const changed of [{ paymentMethod: 'cash-on-delivery' }, { paymentMethod: 'stripe' }])
      for (const store of [{}, { pickup }])
        for (const template of ['order-placed', 'order-shipped', 'order-expired', 'order-delivered']) {
          const order = { ...careOrder(market), ...changed, ...store }
          const mail = orderMails[template]?.({ ...contextIn(market), order })
          const said = await wordsIn(mail)
          expect(said.match(ofShoes), template).toBeNull()
        }
})

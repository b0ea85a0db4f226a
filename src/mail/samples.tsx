import type { DrawMailKind, MailKind, MailWording } from '#domain/mail-wording'
import { markets, type Locale, type MarketId } from '#domain/markets'
import type { OrderView } from '#domain/views'
import { giftCardMail, giftCardWords } from './gift-card-mail'
import { accountMails, accountWords } from './account-mails'
import { drawMail, drawWords } from './draw-mail'
import { stockMail, stockWords } from './stock-mail'
import { measuringMail, measuringWords } from './measuring-mail'
import { plainWord } from './words'
import { orderMails, orderWords, type EventData, type OrderMailContext } from './order-mails'
import type { WrittenMail } from './worded-mail'

const euro = (amount: number) => ({ amount, currency: 'EUR' as const })
const marketOf: Readonly<Record<Locale, MarketId>> = { en: 'eu', it: 'it', de: 'de' }

const colours: Readonly<Record<Locale, [string, string]>> = {
  en: ['cognac', 'black'],
  it: ['cognac', 'nero'],
  de: ['cognac', 'schwarz'],
}

function orderIn(locale: Locale): OrderView {
  const market = marketOf[locale]
  const [first, second] = colours[locale]
  const address = {
    firstName: 'Ada',
    lastName: 'Rossi',
    line1: 'Via Po 1',
    postalCode: '10123',
    city: 'Torino',
    country: 'IT',
  }
  const pair = { variantId: '', gifts: 0, shipped: 0, discount: euro(0), taxRate: 2200, quantity: 1 }
  return {
    id: '',
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
        ...{ ...pair, id: 'a', sku: 'CAV-COG-42', title: `Cavour Derby ${first}`, colour: first, size: '42' },
        ...{ unitPrice: euro(16_900), tax: euro(3_048), total: euro(16_900) },
      },
      {
        ...{
          ...pair,
          id: 'b',
          sku: 'ARN-BLK-38',
          title: `Arno Chelsea ${second}`,
          colour: second,
          size: '38',
        },
        ...{ unitPrice: euro(18_900), tax: euro(3_408), total: euro(18_900) },
      },
    ],
    totals: {
      subtotal: euro(35_800),
      discount: euro(0),
      shipping: euro(590),
      tax: euro(6_562),
      total: euro(36_390),
    },
    taxes: [{ rate: 2200, base: euro(29_828), tax: euro(6_562) }],
    credits: [],
    toPay: euro(36_390),
    reverseCharge: false,
    paymentMethod: 'manual',
    paymentStatus: 'pending',
    fulfilmentStatus: 'unfulfilled',
    shippingAddress: address,
    billingAddress: address,
    shipments: [
      {
        carrier: 'BRT',
        trackingNumber: 'BRT-2047711',
        shippedAt: '2026-11-23T10:00:00.000Z',
        lines: [{ lineId: 'a', quantity: 1 }],
      },
    ],
    timeline: [],
    expiresAt: '2026-11-29T10:00:00.000Z',
  }
}

/** An order without a shoe. */
const careAlone: Partial<OrderView> = {
  lines: [
    {
      ...{ id: 'c', variantId: '', sku: 'SET-BRUSH', title: 'Setola', gifts: 0, shipped: 0, quantity: 1 },
      ...{ unitPrice: euro(1_850), discount: euro(0), taxRate: 2200, tax: euro(334), total: euro(1_850) },
    },
  ],
  totals: {
    ...{ subtotal: euro(1_850), discount: euro(0), shipping: euro(590) },
    ...{ tax: euro(440), total: euro(2_440) },
  },
  taxes: [{ rate: 2200, base: euro(2_000), tax: euro(440) }],
  toPay: euro(2_440),
}

const store = {
  name: 'Molini Ancona',
  line1: 'Via delle Scarpe 1',
  postalCode: '60100',
  city: 'Ancona',
  country: 'IT',
}
const back = { number: 'R-100007', lines: [{ lineId: 'a', quantity: 1 }] }
const stated = {
  number: 'W-100003',
  name: 'Ada Rossi',
  statedAt: '2026-11-27T09:41:12.000Z',
  pairs: [{ title: 'Cavour Derby cognac', size: '42', quantity: 1 }],
}

interface Case {
  template: string
  data?: EventData
  order?: Partial<OrderView>
}

/** Which template writes a mail, and the case in which it says just that; the others bear the name of their template. */
const cases: Readonly<Partial<Record<MailKind, Case>>> = {
  'order-placed-cash': { template: 'order-placed', order: { paymentMethod: 'cash-on-delivery' } },
  'order-placed-store': {
    template: 'order-placed',
    order: { paymentMethod: 'cash-on-delivery', pickup: store },
  },
  'order-placed-online': { template: 'order-placed', order: { paymentMethod: 'stripe' } },
  'order-placed-covered': {
    template: 'order-placed',
    order: {
      credits: [
        { kind: 'gift-card', amount: euro(36_390), refunded: euro(0), last4: '7HQ2', status: 'paid' },
      ],
      toPay: euro(0),
    },
  },
  'order-ready': { template: 'order-shipped', order: { pickup: store } },
  'order-delivered-care': { template: 'order-delivered', order: careAlone },
  'review-invitation-care': {
    template: 'review-invitation',
    data: { outcome: 'care' },
    order: careAlone,
  },
  'order-refunded': { template: 'order-refunded', data: { amount: euro(16_900) } },
  'order-refunded-credit': {
    template: 'order-refunded',
    data: { amount: euro(5_000), outcome: 'credit' },
  },
  'order-changed-even': { template: 'order-changed', data: { outcome: 'even' } },
  'order-changed-due': { template: 'order-changed', data: { outcome: 'due', amount: euro(2_000) } },
  'order-changed-back': { template: 'order-changed', data: { outcome: 'back', amount: euro(2_000) } },
  'return-requested': { template: 'return-requested', data: back },
  'return-approved': { template: 'return-approved', data: back },
  'return-received': { template: 'return-received', data: back },
  'return-rejected': { template: 'return-rejected', data: { ...back, note: 'worn outside' } },
  'review-rejected': { template: 'review-rejected', data: { note: 'it names a person' } },
  'return-completed': { template: 'return-completed', data: back },
  'withdrawal-cancelled': { template: 'withdrawal-received', data: { ...stated, outcome: 'cancelled' } },
  'withdrawal-return': {
    template: 'withdrawal-received',
    data: { ...stated, outcome: 'return', returnNumber: 'R-100007' },
  },
  'withdrawal-desk': { template: 'withdrawal-received', data: { ...stated, outcome: 'desk' } },
}

/** The built-in words of a mail, with their placeholders as they stand. */
export function builtInWording(kind: MailKind, locale: Locale): Required<MailWording> {
  const { subject, heading, text } = {
    ...orderWords,
    ...accountWords,
    ...drawWords,
    'gift-card': giftCardWords,
    ...stockWords,
    'measure-again': measuringWords,
  }[kind]
  return {
    subject: plainWord(locale, subject),
    heading: plainWord(locale, heading),
    body: plainWord(locale, text),
  }
}

const heldSample: Readonly<Record<Locale, string>> = {
  en: 'Sat 28 Nov, 14:30',
  it: 'sab 28 nov, 14:30',
  de: 'Sa., 28. Nov., 14:30',
}

const sampleEntry = '11111111-1111-4111-8111-111111111111'
const isDrawKind = (kind: MailKind): kind is DrawMailKind => Object.hasOwn(drawWords, kind)

/** Puts other words in the place of those that a sample says. */
type Put = <Value>(value: Value) => Value

/**
 * A mail as it would be with this wording, about an order that nobody placed. Its links lead nowhere. `put` changes what the
 * mail is written from.
 */
export function sampleMail(
  kind: MailKind,
  locale: Locale,
  wording?: MailWording,
  put: Put = (value) => value,
): WrittenMail {
  const { template = kind, data = {}, order } = cases[kind] ?? {}
  const wordingOf = (asked: MailKind) => (asked === kind ? wording : undefined)
  if (kind === 'gift-card')
    return giftCardMail({
      ...{ locale, code: 'ABCD-EFGH-JKLM-NPQR-7HQ2', balance: euro(5_000), isAgain: false },
      ...{ shopUrl: '#', timezone: 'Europe/Rome', wordingOf, ...put({ message: 'With love' }) },
    })
  if (Object.hasOwn(stockWords, kind)) {
    const isCare = kind.includes('care')
    const goods = isCare
      ? { product: 'Setola', size: '' }
      : { product: `Cavour Derby ${colours[locale][0]}`, size: '42' }
    return stockMail({
      ...{
        locale,
        ...put(goods),
        ...(kind.endsWith('-held') && { heldUntil: heldSample[locale] }),
        link: '#',
        stopLink: '#',
        wordingOf,
      },
    })
  }
  if (isDrawKind(kind))
    return drawMail({
      ...{ locale, kind, link: '#', wordingOf },
      ...(kind !== 'draw-off' && kind !== 'draw-confirm' && { entryId: sampleEntry, leaveLink: '#' }),
      ...(kind === 'draw-entered' && { fingerprint: 'e3b0c442…' }),
      values: put({
        ...{ product: `Cavour Derby ${colours[locale][0]}`, size: '42', place: '7', next: '2' },
        ...{ drawAt: heldSample[locale], heldUntil: heldSample[locale] },
      }),
    })
  if (kind === 'measure-again')
    return measuringMail({
      ...{ locale, ...put({ name: 'Ada' }), link: '#', rulerLink: '#', stopLink: '#', wordingOf },
    })
  const account = accountMails[template]
  if (account) return account({ locale, ...put({ name: 'Ada' }), link: '#', wordingOf })
  const context: OrderMailContext = {
    order: put({ ...orderIn(locale), ...order }),
    orderUrl: '#',
    shopUrl: '',
    timezone: 'Europe/Rome',
    account: put({
      accountHolder: 'Molini Calzature S.r.l.',
      iban: 'IT60X0542811101000000123456',
      bic: 'BPMOIT22',
    }),
    data: put(data),
    wordingOf,
  }
  const write = orderMails[template]
  if (!write) throw new Error(`There is no mail ${template}`)
  return write(context)
}

import { randomUUID } from 'node:crypto'
import { promotionEffects } from '#domain/promotions/promotion'
import { outcomeOf } from '#services/cart-promotions'
import { asDrafted, priceCart, type CartRow } from '#services/cart-rows'
import { soldBy } from '#services/cart-tax'
import { cartView } from '#services/cart-view'
import { methodsTo, pricedDelivery } from '#services/shipping-options'
import type { StoredZones } from '#services/shipping-rows'

type Row = CartRow & { zones: StoredZones }
type Line = Row['lines'][number]
type Rule = Row['promotions'][number]

const now = Date.parse('2026-11-27T12:00:00Z')
const list = <T>(length: number, of: (index: number) => T): T[] => Array.from({ length }, (_, at) => of(at))

const categories = list(12, () => randomUUID())
const brands = list(5, () => randomUUID())

const lineAt = (index: number, giftOf: string | null = null): Line => ({
  giftOf,
  id: `line-${index}`,
  variantId: randomUUID(),
  productId: randomUUID(),
  brandId: brands[index % brands.length] ?? null,
  categoryIds: [index, index + 3, index + 7].map((at) => categories[at % categories.length] ?? ''),
  quantity: 1 + (index % 4),
  seenPrice: null,
  launchesAt: null,
  perPerson: null,
  bought: null,
  regularPrice: 8_990 + index * 731,
  campaigns: list(index % 3, (at) => ({
    id: randomUUID(),
    name: `Campaign ${at}`,
    active: true,
    from: '2026-11-01T00:00:00Z',
    to: null,
    priority: at,
    kind: 'percent' as const,
    percent: 10 + at,
    eur: null,
    gbp: null,
    usd: null,
  })),
  lowest30: null,
  lowestFor: null,
  forSale: true,
  heldUntil: null,
  available: 20,
  sku: `SKU-${index}`,
  title: `Shoe ${index}`,
  slug: `shoe-${index}`,
  colour: 'Black',
  segment: 'women',
  weightG: 900,
  taxClass: index % 5 === 0 ? 'children' : 'standard',
  size: { label: '39', eu: '39', uk: '6', usM: null, usW: '8', cm: '25', footMm: 245 },
  width: null,
  image: { id: randomUUID(), version: 'a1', alt: 'A shoe', width: 1600, height: 1600 },
})

const effectOf = (index: number) => promotionEffects[index % promotionEffects.length] ?? 'percent'

const ruleAt = (index: number): Rule => ({
  id: randomUUID(),
  name: `Rule ${index}`,
  isActive: true,
  code: null,
  codeId: null,
  effect: effectOf(index),
  percent: 100 + index * 10,
  amount: effectOf(index) === 'amount' ? 150 + index : null,
  buy: 3,
  get: 1,
  getPercent: 5_000,
  priority: index % 7,
  isExclusive: false,
  startsAt: '2026-11-01T00:00:00Z',
  endsAt: null,
  isInCurrency: true,
  minValue: index % 3 === 0 ? 10_000 : null,
  minQuantity: index % 4 === 0 ? 2 : null,
  products: [],
  categories: index % 2 === 0 ? [] : categories.slice(index % 8, (index % 8) + 4),
  brands: index % 6 === 0 ? brands.slice(0, 3) : [],
  countries: index % 5 === 0 ? ['IT', 'DE', 'AT'] : [],
  groups: [],
  needsFirstOrder: false,
  isFirstOrder: true,
  maxUses: 1_000,
  maxPerCustomer: null,
  maxOfCode: null,
  budget: null,
  uses: index,
  usesOfCustomer: 0,
  usesOfCode: 0,
  spent: 0,
})

const rateOf = (country: string, taxClass: string, basisPoints: number) => ({
  ...{ country, region: null, taxClass, basisPoints },
  validFrom: '2024-01-01T00:00:00Z',
})

/** A cart as the database answers with it: the text that the driver parses. */
function answerOf(lines: number, rules: number): string {
  const promotions = list(rules, ruleAt)
  const gifts = promotions.filter(({ effect }) => effect === 'gift')
  const row: Row = {
    now,
    id: randomUUID(),
    market: 'eu',
    currency: 'EUR',
    status: 'open',
    code: null,
    credits: null,
    draft: { shippingOption: 'standard' },
    country: 'IT',
    rates: [
      rateOf('IT', 'standard', 2_200),
      rateOf('IT', 'children', 1_000),
      rateOf('DE', 'standard', 1_900),
    ],
    shop: { home: 'IT', timezone: 'Europe/Rome', cutOff: '14:00', handling: 0 },
    lines: [...list(lines, (at) => lineAt(at)), ...gifts.map(({ id }, at) => lineAt(100 + at, id))],
    customerId: null,
    groups: [],
    promotions,
    zones: {
      zones: [{ code: 'italy', name: 'Italy', countries: ['IT'], areas: [] }],
      methods: [
        {
          ...{
            id: randomUUID(),
            code: 'standard',
            kind: 'delivery',
            zone: 'italy',
            name: 'Standard',
            order: 1,
          },
          ...{ minDays: 1, maxDays: 3, rates: [{ price: 590 }], store: null },
        },
      ],
    },
  }
  return JSON.stringify(row)
}

/** All that happens between the database's answer and the shopper's: campaigns, promotions, delivery, tax, totals. */
function price(answer: string) {
  const { zones, ...row } = JSON.parse(answer) as Row
  const cart = asDrafted({ ...priceCart(row), zones })
  const [delivery] = methodsTo(cart.zones, cart.to).flatMap((method) => pricedDelivery(method, cart) ?? [])
  return { view: cartView(soldBy(cart, delivery?.method), delivery), applied: outcomeOf(cart).applied.length }
}

export interface PricingCost {
  /** Milliseconds of CPU for one cart, on average. */
  cpuMs: number
  /** Promotions that took part in its price. */
  applied: number
}

/** What the price of a cart of 20 lines costs with 50 active promotions, in this process. */
export function pricingCost({ lines = 20, rules = 50, times = 2_000 } = {}): PricingCost {
  const answer = answerOf(lines, rules)
  const { view, applied } = price(answer)
  if (view.lines.length !== lines || applied < rules / 2) throw new Error('The cart is not what is measured')
  for (let warm = 0; warm < times / 4; warm += 1) price(answer)
  const before = process.cpuUsage()
  for (let time = 0; time < times; time += 1) price(answer)
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000 / times, applied }
}

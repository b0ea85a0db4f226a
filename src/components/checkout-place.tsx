import type { CheckoutDraft } from '#domain/checkout'
import type { FieldFaults } from '#domain/checkout-steps'
import type { CheckoutAnswer, Money } from '#domain/views'
import { checkoutProblems } from './checkout-problems'
import { pathAfter } from './order-path'
import { hrefIn, moneyIn, type Shop } from './shop'

export interface Placed {
  /** Where the order is shown. */
  href?: string
  problem?: string
  values?: Record<string, string>
  link?: { href: string; words: string }
  faults?: FieldFaults
}

interface Refusal {
  code?: string
  number?: string
  expected?: Money
  actual?: Money
  errors?: { path: string }[]
}

interface Order {
  key: string
  total: Money
  toPay: Money
  shop: Shop
}

/** A refusal is final for its key; what was never answered may be asked again under the same one. */
const keys = new Map<string, string>()

/** Places the order over the Store API and says in a code what came of it. */
export async function placeByScript(
  draft: CheckoutDraft,
  { key, total, toPay, shop }: Order,
): Promise<Placed> {
  const expectedTotal = acceptedTotal ?? total
  const body = JSON.stringify({ ...draft, expectedTotal, expectedToPay: acceptedRest ?? toPay })
  if (!keys.has(body)) keys.set(body, keys.size === 0 ? key : crypto.randomUUID())
  const headers = { 'content-type': 'application/json', 'idempotency-key': keys.get(body) ?? key }
  const answer = await fetch('/api/store/checkout', { method: 'POST', headers, body }).catch(() => undefined)
  if (!answer) return { problem: 'offline' }
  if (answer.ok) {
    const { order } = (await answer.json()) as CheckoutAnswer
    return { href: hrefIn(shop, pathAfter(order)) }
  }
  keys.delete(body)
  const refusal = (await answer.json().catch(() => ({}))) as Refusal
  return describe(refusal, shop)
}

/** The total that the shopper was told and may now agree to. */
let acceptedTotal: Money | undefined
let acceptedRest: Money | undefined

function describe(refusal: Refusal, shop: Shop): Placed {
  const { code = '', number, expected, actual, errors } = refusal
  const problem = checkoutProblems.has(code) ? code : 'other'
  if ((problem === 'price.changed' || problem === 'payment.changed') && actual) {
    if (problem === 'price.changed') acceptedTotal = actual
    // A new total leaves another sum to pay, which the next answer says.
    acceptedRest = problem === 'payment.changed' ? actual : acceptedRest
    return {
      problem,
      values: { actual: moneyIn(shop, actual), expected: expected ? moneyIn(shop, expected) : '' },
    }
  }
  if (problem === 'cart.bought' && number)
    return {
      problem,
      values: { number },
      link: { href: hrefIn(shop, `/orders/${number}`), words: 'checkout.seeOrder' },
    }
  if (problem === 'promotion.not-applicable' || problem === 'gift-card.not-applicable')
    return { problem, link: { href: hrefIn(shop, '/cart'), words: 'checkout.seeBag' } }
  if (problem === 'stock.insufficient' || problem === 'launch.limit' || problem === 'launch.not-yet')
    return { problem, link: { href: hrefIn(shop, '/cart'), words: 'checkout.seeBag' } }
  const faults = Object.fromEntries((errors ?? []).map(({ path }) => [path, 'required' as const]))
  return { problem, faults, values: { number: number ?? '', actual: '', expected: '' } }
}

import type { CheckoutAnswer, CheckoutInput, Money, WalletOption, WalletQuote } from '#domain/views'
import type { WalletAddress, WalletPaid } from './stripe-script'

/** Why a wallet's order was not placed, as a code that has words. */
export interface WalletRefusal {
  code: string
  number?: string
  expected?: Money
  actual?: Money
}
export type WalletOrder = { placed: CheckoutAnswer } | { refusal: WalletRefusal }

async function ask<T>(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T | WalletRefusal> {
  const send = () =>
    fetch(`/api/store${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).catch(() => undefined)
  // An answer that was lost is asked for once more: under the same key it is the same order.
  const answer = (await send()) ?? (await send())
  if (!answer) return { code: 'offline' }
  const said = (await answer.json().catch(() => undefined)) as T | WalletRefusal | undefined
  return said ?? { code: 'other' }
}

export const isRefusal = (answer: object): answer is WalletRefusal => 'code' in answer

/** What the bag comes to where the wallet says that it goes. */
export function quoteFor({
  country,
  postal_code,
  state,
}: WalletAddress): Promise<WalletQuote | WalletRefusal> {
  return ask<WalletQuote>('/carts/current/wallet-quote', {
    country: country ?? '',
    ...(postal_code && { postalCode: postal_code.slice(0, 20) }),
    ...(state && { region: state.slice(0, 120) }),
  })
}

/** The last word of a name is the family's. Undefined for a name that is one word: a parcel needs both. */
export function partsOfName(name: string): { firstName: string; lastName: string } | undefined {
  const words = name.trim().split(/\s+/)
  const lastName = words.pop() ?? ''
  return words.length > 0 ? { firstName: words.join(' '), lastName } : undefined
}

/** What a wallet says, as a checkout. Undefined when something is missing that an order cannot do without. */
export function checkoutOf(paid: WalletPaid, option: WalletOption): CheckoutInput | undefined {
  const { billingDetails, shippingAddress } = paid
  const { line1, line2, city, state, postal_code, country } = shippingAddress?.address ?? {}
  const name = partsOfName(shippingAddress?.name ?? billingDetails?.name ?? '')
  const { email, phone } = billingDetails ?? {}
  if (!name || !email || !line1 || !city || !postal_code || !country) return undefined
  return {
    email,
    shippingAddress: {
      ...name,
      line1,
      ...(line2 && { line2 }),
      postalCode: postal_code,
      city,
      ...(state && { region: state }),
      country,
      ...(phone && { phone }),
    },
    shippingOption: option.id,
    paymentMethod: 'stripe',
    expectedTotal: option.total,
    expectedToPay: option.toPay,
  }
}

/** A refusal is final for its key; the same checkout once more is the same order. */
const keys = new Map<string, string>()

/** Places the order: it stands, and its pairs are held, before any money moves. */
export async function placeByWallet(input: CheckoutInput): Promise<WalletOrder> {
  const body = JSON.stringify(input)
  const key = keys.get(body) ?? crypto.randomUUID()
  keys.set(body, key)
  const answer = await ask<CheckoutAnswer>('/checkout', input, { 'idempotency-key': key })
  if (!isRefusal(answer)) return { placed: answer }
  if (answer.code !== 'offline') keys.delete(body)
  return { refusal: answer }
}

/** Gives the pairs of an order back that could not be paid, and puts them into the bag again. */
export async function giveUp(number: string): Promise<boolean> {
  const path = `/orders/${encodeURIComponent(number)}`
  const given = await ask(`${path}/give-up`, {})
  if (isRefusal(given as object)) return false
  await ask(`${path}/again`, {})
  return true
}

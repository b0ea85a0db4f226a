import type { CheckoutAnswer, CheckoutInput } from '#domain/views'
import { cartSelect, priceCart, type CartRow, type StoredCart } from './cart-rows'
import { cartTokenHash } from './cart-token'
import { paymentSettingsSql } from './payment-methods'
import type { PaymentSettings } from './payments/provider'
import { methodsSql, type StoredMethod } from './shipping-options'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** What is kept of a first answer: the access token is worked out again. */
export type KeptAnswer = Omit<CheckoutAnswer, 'accessToken'>

/** All that placing an order decides on, as one statement reads it. */
export interface CheckoutState extends StoredCart {
  methods: StoredMethod[]
  settings: PaymentSettings
  /** The first call under the same key; `response` is null while a provider has not answered. */
  answered: { hash: string; orderId: string; response: KeptAnswer | null } | null
}

type CheckoutRow = CartRow & Omit<CheckoutState, 'lines' | 'promotions'>

const statement: Statement = {
  name: 'checkout-read',
  text: cartSelect(`, ${methodsSql('here.country', 'c.currency', 'here.locale', 'AND sm.code = $6')} AS methods,
    ${paymentSettingsSql} AS settings,
    (SELECT json_build_object('hash', k.request_hash, 'orderId', c.order_id, 'response', k.response) FROM idempotency_keys k
      WHERE k.scope = 'cart:' || c.id AND k.key = $7 AND k.created_at > now() - interval '24 hours') AS answered`),
}

/** Call it after the cart is locked: what this reads is then what will be sold. */
export async function readCheckout(
  tx: Transaction,
  {
    token,
    key,
    input,
    customerId,
  }: { token: string; key: string; input: CheckoutInput; customerId?: string },
): Promise<CheckoutState> {
  const { country, region } = input.shippingAddress
  const buyer = [customerId ?? null, input.email]
  const values = [cartTokenHash(token), country, region ?? null, ...buyer, input.shippingOption, key]
  const [state] = await run<CheckoutRow>(tx, statement, values)
  if (!state) throw new Error('A locked cart vanished')
  return priceCart(state)
}

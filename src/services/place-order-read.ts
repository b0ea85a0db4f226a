import type { CheckoutAnswer, CheckoutInput } from '#domain/views'
import type { Destination } from '#domain/tax-regions'
import { cartSelect, priceCart, zonesOfCartSql, type CartRow, type CartWithZones } from './cart-rows'
import { cartTokenHash } from './cart-token'
import { paymentSettingsSql } from './payment-methods'
import type { PaymentSettings } from './payments/provider'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** What is kept of a first answer: the access token is worked out again. */
export type KeptAnswer = Omit<CheckoutAnswer, 'accessToken'>

/** All that placing an order decides on, as one statement reads it. */
export interface CheckoutState extends CartWithZones {
  settings: PaymentSettings
  /** The first call under the same key; `response` is null while a provider has not answered. */
  answered: { hash: string; orderId: string; response: KeptAnswer | null } | null
}

type CheckoutRow = CartRow & Pick<CheckoutState, 'zones' | 'settings' | 'answered'>

const statement: Statement = {
  name: 'checkout-read',
  text: cartSelect(
    `${zonesOfCartSql} AS zones, ${paymentSettingsSql} AS settings,
    (SELECT json_build_object('hash', k.request_hash, 'orderId', c.order_id, 'response', k.response) FROM idempotency_keys k
      WHERE k.scope = 'cart:' || c.id AND k.key = $5 AND k.created_at > now() - interval '24 hours') AS answered`,
    // A cart whose customer has signed out, or whose token was handed on, is a guest's.
    '$3::uuid',
  ),
}

/** Where it goes; who collects it says only where they live. */
const destinationOf = ({ shippingAddress, billingAddress }: CheckoutInput): Destination => {
  const { country = '', postalCode, region } = shippingAddress ?? billingAddress ?? {}
  return { country, postalCode, region }
}

/** Ask it behind the lock of the cart: what it reads is then what will be sold. Without a cart there is nothing. */
export async function readCheckout(
  tx: Transaction,
  {
    token,
    key,
    input,
    customerId,
  }: { token: string; key: string; input: CheckoutInput; customerId?: string },
): Promise<CheckoutState | undefined> {
  const to = destinationOf(input)
  const values = [cartTokenHash(token), to.country, customerId ?? null, input.email, key]
  const [row] = await run<CheckoutRow>(tx, statement, values)
  return row && { ...priceCart(row), to, vatNumber: input.vatNumber }
}

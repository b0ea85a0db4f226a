import { createHash } from 'node:crypto'
import { readDraft } from '#components/checkout-draft'
import { pathAfter } from '#components/order-path'
import { emailLength } from '#domain/address'
import { checkoutSteps, stepFaults, type CheckoutStep } from '#domain/checkout-steps'
import type { CheckoutDraft } from '#domain/checkout'
import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import type { CheckoutInput } from '#domain/views'
import { readCart, readCheckoutDraft, saveCheckoutDraft } from '#services/cart'
import { findingOf, mailOrderLink, orderToken } from '#services/order-access'
import { orderByNumber } from '#services/order-view'
import { placeOrder } from '#services/place-order'
import { shippingChoices } from '#services/shipping-options'
import { chosenSystem } from '../../_http/chosen-system'
import { orderCookie } from '../../_http/cookies'
import { requireCart } from '../../_http/route'
import { text, type Form, type FormCall, type Onward } from './form'

const stepOf = (call: FormCall): CheckoutStep =>
  checkoutSteps.find((step) => step === text(call, 'step')) ?? 'contact'

const toStep = (step: CheckoutStep): Onward => ({ to: '/checkout', query: { step } })

function formData(fields: URLSearchParams): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

/** Without a key from the page, the same cart with the same words is the same order. */
function keyOf(call: FormCall, token: string, draft: CheckoutDraft): string {
  const given = text(call, 'key')
  if (/^[\w-]{8,100}$/.test(given)) return given
  return createHash('sha256')
    .update(`${token}\n${JSON.stringify(draft)}`)
    .digest('base64url')
}

/** What the page showed, if it says so. */
const expected = ({ fields }: FormCall): object =>
  Object.fromEntries(
    ['expectedTotal', 'expectedToPay'].flatMap((name) => {
      const amount = fields.get(`${name}.amount`)
      const currency = fields.get(`${name}.currency`)
      return amount === null ? [] : [[name, { amount: Number(amount), currency }]]
    }),
  )

async function place(call: FormCall, token: string, draft: CheckoutDraft): Promise<Onward> {
  await call.count('checkout', token)
  const input = { ...draft, ...expected(call) } as CheckoutInput
  const customer = await call.customer()
  const key = keyOf(call, token, draft)
  const { order, accessToken } = await placeOrder(call.req, {
    ...{ token, key, input, customerId: customer?.id },
    sizeSystem: chosenSystem(call, customer),
  })
  return { to: pathAfter(order), cookies: [orderCookie(order.number, accessToken)] }
}

/** Without script the ways to deliver may still be those of the country shown before: then one chooses again. */
async function checkOption(call: FormCall, token: string, draft: CheckoutDraft): Promise<void> {
  const { country = '', postalCode } = draft.shippingAddress ?? {}
  const { options, reason } = await shippingChoices(call.req, token, { country, postalCode })
  if (!options.some(({ id }) => id === draft.shippingOption))
    throw new DomainError(reason ?? 'shipping.unavailable')
}

/** One step of the checkout: what is typed is kept first, so that a refusal loses none of it. */
async function checkout(call: FormCall): Promise<Onward> {
  const token = requireCart(call)
  await call.count('cart', token)
  const step = stepOf(call)
  const draft = readDraft(await readCheckoutDraft(call.req, token), formData(call.fields))
  if (!call.fields.has('place')) await saveCheckoutDraft(call.req, token, draft)
  if (call.fields.has('refresh')) return toStep(step)
  const faults = Object.keys(stepFaults(step, draft, markets[call.market].countries))
  if (faults.length > 0) {
    if (call.fields.has('place')) await saveCheckoutDraft(call.req, token, draft)
    throw new DomainError('validation.failed', { errors: faults.map((path) => ({ path })) })
  }
  if (call.fields.has('place')) return place(call, token, draft)
  if (step === 'delivery') await checkOption(call, token, draft)
  return toStep(checkoutSteps[checkoutSteps.indexOf(step) + 1] ?? 'payment')
}

/** The order that the bag in hand became. Who holds the bag's token is its buyer, so the order opens for them. */
async function boughtAs(call: FormCall): Promise<Onward | undefined> {
  const token = call.cartToken()
  if (!token) return undefined
  try {
    await readCart(call.req, token)
    return undefined
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'cart.bought') return undefined
    const order = await orderByNumber(call.req, String(error.details.number ?? ''))
    return (
      order && { to: `/orders/${order.number}`, cookies: [orderCookie(order.number, orderToken(order.id))] }
    )
  }
}

/** Pressing twice, or once more after a lost answer, leads to the one order there is; a bag that is gone to the bag. */
async function refusedCheckout(call: FormCall, { code }: DomainError): Promise<Onward> {
  if (!['cart.not-found', 'cart.empty', 'cart.bought', 'idempotency.mismatch'].includes(code))
    return toStep(stepOf(call))
  return (await boughtAs(call)) ?? { to: '/cart' }
}

export const checkoutForms: Readonly<Record<string, Form>> = {
  checkout: { work: checkout, refused: refusedCheckout },
  'find-order': {
    work: async (call) => {
      const [number, email] = [text(call, 'number').slice(0, 40), text(call, 'email').slice(0, 254)]
      await call.count('find-order', findingOf(number, email))
      await mailOrderLink(call.req, { number, email })
      return { to: '/find-order', query: { done: 'sent' } }
    },
    refused: () => ({ to: '/find-order' }),
    kept: { number: 20, email: emailLength },
  },
}

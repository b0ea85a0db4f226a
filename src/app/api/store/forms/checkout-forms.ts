import { createHash } from 'node:crypto'
import { readDraft } from '#components/checkout-draft'
import { checkoutSteps, stepFaults, type CheckoutStep } from '#domain/checkout-steps'
import type { CheckoutDraft } from '#domain/checkout'
import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import type { CheckoutInput } from '#domain/views'
import { readCheckoutDraft, saveCheckoutDraft } from '#services/cart'
import { mailOrderLink } from '#services/order-access'
import { placeOrder } from '#services/place-order'
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

function expectedTotal({ fields }: FormCall): unknown {
  const amount = fields.get('expectedTotal.amount')
  return amount === null
    ? undefined
    : { amount: Number(amount), currency: fields.get('expectedTotal.currency') }
}

async function place(call: FormCall, token: string, draft: CheckoutDraft): Promise<Onward> {
  await call.count('checkout', token)
  const expected = expectedTotal(call)
  const input = { ...draft, ...(expected ? { expectedTotal: expected } : {}) } as CheckoutInput
  const customerId = (await call.customer())?.id
  const key = keyOf(call, token, draft)
  const { order, accessToken } = await placeOrder(call.req, { token, key, input, customerId })
  return { to: `/orders/${order.number}`, cookies: [orderCookie(order.number, accessToken)] }
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
  return toStep(checkoutSteps[checkoutSteps.indexOf(step) + 1] ?? 'payment')
}

/** A bag that is bought already leads to its order; a bag that is gone leads to the bag. */
function refusedCheckout(call: FormCall, { code, details }: DomainError): Onward {
  if (code === 'cart.bought' && typeof details.number === 'string') return { to: `/orders/${details.number}` }
  if (['cart.not-found', 'cart.empty', 'cart.bought'].includes(code)) return { to: '/cart' }
  return toStep(stepOf(call))
}

export const checkoutForms: Readonly<Record<string, Form>> = {
  checkout: { work: checkout, refused: refusedCheckout },
  'find-order': {
    work: async (call) => {
      const [number, email] = [text(call, 'number').slice(0, 40), text(call, 'email').slice(0, 254)]
      await call.count('find-order', number)
      await mailOrderLink(call.req, { number, email })
      return { to: '/find-order', query: { done: 'sent' } }
    },
    refused: () => ({ to: '/find-order' }),
  },
}

import { emailLength } from '#domain/address'
import { confirmEntry, enterDraw } from '#services/enter-draw'
import type { EntryKey } from '#services/draw-keys'
import { leaveDraw } from '#services/leave-draw'
import { leaveOwnDraw } from '#services/own-entries'
import { requireCustomer } from '../../_http/route'
import { text, type Form, type FormCall, type Onward } from './form'

const drawPage = '/draw'

/** Back to the product when it can be one. */
function backTo(call: FormCall): Record<string, string> {
  const product = text(call, 'product')
  return /^[a-z0-9-]{1,120}$/.test(product) ? { product } : {}
}

async function enter(call: FormCall): Promise<Onward> {
  const email = text(call, 'email').slice(0, 254)
  await call.count('draw', email.toLowerCase())
  const customer = await call.customer()
  const done = await enterDraw(call.req, {
    ...{ variantId: text(call, 'variantId').slice(0, 40), email, market: call.market },
    ...(customer && { customerId: customer.id }),
  })
  return { to: drawPage, query: { done, ...backTo(call) } }
}

const keyOf = (call: FormCall): EntryKey => ({
  entryId: text(call, 'entry').slice(0, 40),
  token: text(call, 'token').slice(0, 100),
})

async function confirm(call: FormCall): Promise<Onward> {
  await call.count('confirm-link')
  await confirmEntry(call.req, keyOf(call), text(call, 'size').slice(0, 40))
  return { to: drawPage, query: { done: 'entered', ...backTo(call) } }
}

async function leave(call: FormCall): Promise<Onward> {
  await call.count('confirm-link')
  await leaveDraw(call.req, keyOf(call))
  return { to: drawPage, query: { done: 'left', ...backTo(call) } }
}

const ownEntries = '/account/alerts'

async function leaveOwn(call: FormCall): Promise<Onward> {
  await call.count('account')
  const { id } = await requireCustomer(call)
  await leaveOwnDraw(call.req, id, text(call, 'id').slice(0, 40))
  return { to: ownEntries, query: { done: 'left' } }
}

const refused = (call: FormCall): Onward => ({ to: drawPage, query: backTo(call) })

/** Entering the draw of a launch, saying so by the link of a mail, and leaving it by the one or from the account. */
export const drawForms: Readonly<Record<string, Form>> = {
  'enter-draw': { work: enter, refused, kept: { email: emailLength, variantId: 40 } },
  'confirm-draw': { work: confirm, refused },
  'leave-draw': { work: leave, refused },
  'leave-own-draw': { work: leaveOwn, refused: () => ({ to: ownEntries }) },
}

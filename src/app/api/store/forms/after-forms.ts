import { emailLength } from '#domain/address'
import { DomainError } from '#domain/errors'
import { returnReasons, type ReturnReason } from '#domain/return-state'
import type { OrderView } from '#domain/views'
import { cancelReturn } from '#services/move-return'
import { findingOf, mailOrderLink } from '#services/order-access'
import { requestReturns } from '#services/request-return'
import { returnById } from '#services/return-view'
import { withdrawFromOrder } from '#services/withdraw-order'
import { buyersOrder } from '../../_http/buyers-order'
import { text, type Form, type FormCall, type Onward } from './form'

const numberOf = (call: FormCall): string => text(call, 'number').slice(0, 20)
const keyOf = (call: FormCall): string => text(call, 'key').slice(0, 100)

/** Pairs of each line of the order that a form names as `pairs.<line>`; 0 and nothing are left out. */
const pairsIn = (call: FormCall, order: OrderView): { lineId: string; quantity: number }[] =>
  order.lines.flatMap(({ id }) => {
    const typed = text(call, `pairs.${id}`)
    const quantity = Number(typed || 0)
    return quantity === 0 ? [] : [{ lineId: id, quantity }]
  })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function wishOf(call: FormCall, { lineId, quantity }: { lineId: string; quantity: number }) {
  const said = text(call, `reason.${lineId}`)
  const reason: ReturnReason = returnReasons.find((one) => one === said) ?? 'changed-mind'
  const want = text(call, `want.${lineId}`)
  return { lineId, quantity, reason, ...(uuid.test(want) && { exchangeVariantId: want }) }
}

async function giveBack(call: FormCall): Promise<Onward> {
  const order = await buyersOrder(call, numberOf(call))
  const lines = pairsIn(call, order).map((line) => wishOf(call, line))
  const note = text(call, 'note').slice(0, 500)
  const key = keyOf(call)
  await requestReturns(call.req, { orderId: order.id, lines, ...(note && { note }), ...(key && { key }) })
  return { to: `/orders/${order.number}`, query: { done: 'return' } }
}

async function callOff(call: FormCall): Promise<Onward> {
  const order = await buyersOrder(call, numberOf(call))
  const found = await returnById(call.req, text(call, 'return'))
  await cancelReturn(call.req, { returnId: found.id, ofOrderId: order.id })
  return { to: `/orders/${order.number}`, query: { done: 'return-cancelled' } }
}

/** The order of a typed number when its key is at hand; otherwise a link is mailed to the address it was placed with. */
async function findForWithdrawal(call: FormCall): Promise<Onward> {
  const [number, email] = [text(call, 'number').slice(0, 40), text(call, 'email').slice(0, 254)]
  await call.count('find-order', findingOf(number, email))
  await mailOrderLink(call.req, { number, email, to: 'withdrawal' })
  return { to: '/withdraw', query: { done: 'sent' } }
}

async function withdraw(call: FormCall): Promise<Onward> {
  const order = await buyersOrder(call, numberOf(call))
  const lines = pairsIn(call, order)
  const key = keyOf(call)
  if (text(call, 'part') === '1' && lines.length === 0)
    throw new DomainError('validation.failed', { errors: [{ path: 'lines', message: 'Name a pair.' }] })
  const stated = await withdrawFromOrder(call.req, {
    ...{
      orderId: order.id,
      name: text(call, 'name').slice(0, 200),
      email: text(call, 'email').slice(0, 254),
    },
    ...{ lines, ...(key && { key }) },
  })
  return { to: '/withdraw', query: { order: order.number, stated: stated.number } }
}

const backToOrder = (call: FormCall): Onward => ({
  to: `/orders/${encodeURIComponent(numberOf(call))}`,
})

/** The forms of an order after the sale: pairs back, a return called off, withdrawal from the contract. */
export const afterForms: Readonly<Record<string, Form>> = {
  return: {
    work: giveBack,
    refused: (call, { code }) => ({
      to: `/orders/${encodeURIComponent(numberOf(call))}/return`,
      query: { problem: code },
    }),
    kept: { 'pairs.': 4, 'reason.': 40, 'want.': 40 },
  },
  'cancel-return': { work: callOff, refused: backToOrder },
  'withdraw-find': {
    work: findForWithdrawal,
    refused: () => ({ to: '/withdraw' }),
    kept: { number: 20, email: emailLength },
  },
  withdraw: {
    work: withdraw,
    refused: (call) => ({ to: '/withdraw', query: { order: numberOf(call) } }),
    kept: { name: 200, email: emailLength, part: 1, 'pairs.': 4 },
  },
}

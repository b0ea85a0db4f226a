import { emailLength } from '#domain/address'
import { DomainError } from '#domain/errors'
import { letHoldGo, openHold, readHold, waitAgain, type HoldKey } from '#services/open-hold'
import { stopOwnAlert } from '#services/own-alerts'
import { stopWaiting, waitForStock } from '#services/stock-alerts'
import { cartInHand } from '../../_http/cart-in-hand'
import { requireCustomer } from '../../_http/route'
import { text, type Form, type FormCall, type Onward } from './form'

/** Back to the product when it can be one. */
function backTo(call: FormCall): Record<string, string> {
  const product = text(call, 'product')
  return /^[a-z0-9-]{1,120}$/.test(product) ? { product } : {}
}

async function wait(call: FormCall): Promise<Onward> {
  const email = text(call, 'email').slice(0, 254)
  await call.count('stock-alert', email.toLowerCase())
  await waitForStock(call.req, {
    variantId: text(call, 'variantId').slice(0, 40),
    email,
    market: call.market,
  })
  return { to: '/stock-alert', query: { done: 'waiting', ...backTo(call) } }
}

async function stop(call: FormCall): Promise<Onward> {
  await call.count('stock-alert')
  await stopWaiting(call.req, text(call, 'alert').slice(0, 40), text(call, 'token').slice(0, 100))
  return { to: '/stock-alert', query: { done: 'stopped' } }
}

const keyOf = (call: FormCall): HoldKey => ({
  alertId: text(call, 'alert').slice(0, 40),
  token: text(call, 'token').slice(0, 100),
})

/** Into the bag in hand, or a new one. */
async function open(call: FormCall): Promise<Onward> {
  const key = keyOf(call)
  // No bag is made for a hold that is over.
  if ((await readHold(call.req, key)).state !== 'held') throw new DomainError('hold.over')
  const { token, cookies } = await cartInHand(call, call.market)
  await openHold(call.req, token, key)
  return { to: '/cart', query: { done: 'held' }, ...(cookies && { cookies }) }
}

async function drop(call: FormCall): Promise<Onward> {
  await call.count('stock-alert')
  await letHoldGo(call.req, keyOf(call))
  return { to: heldPage, query: { done: 'dropped' } }
}

async function again(call: FormCall): Promise<Onward> {
  await call.count('stock-alert')
  const key = keyOf(call)
  await waitAgain(call.req, key)
  return { to: '/stock-alert', query: { done: 'waiting', product: (await readHold(call.req, key)).slug } }
}

/** Back to the link of the mail, which says what has become of the pair. */
const backToHold = (call: FormCall): Onward => {
  const { alertId, token } = keyOf(call)
  return { to: heldPage, query: { alert: alertId, token } }
}

const heldPage = '/stock-alert/held'
const ownAlerts = '/account/alerts'

async function stopOwn(call: FormCall): Promise<Onward> {
  await call.count('account')
  const { id } = await requireCustomer(call)
  const ended = await stopOwnAlert(call.req, id, text(call, 'id').slice(0, 40))
  return { to: ownAlerts, query: { done: ended === 'dropped' ? 'dropped' : 'removed' } }
}

const refused = (call: FormCall): Onward => ({ to: '/stock-alert', query: backTo(call) })

/** Waiting for a size that is sold out, the pair that is held then, and waiting no longer. */
export const stockForms: Readonly<Record<string, Form>> = {
  'stock-alert': { work: wait, refused, kept: { email: emailLength, variantId: 40 } },
  'stop-stock-alert': { work: stop, refused },
  'open-hold': { work: open, refused: backToHold },
  'drop-hold': { work: drop, refused: backToHold },
  'wait-again': { work: again, refused: backToHold },
  'stop-own-alert': { work: stopOwn, refused: () => ({ to: ownAlerts }) },
}

import { stopOwnAlert } from '#services/own-alerts'
import { stopWaiting, waitForStock } from '#services/stock-alerts'
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

const ownAlerts = '/account/alerts'

async function stopOwn(call: FormCall): Promise<Onward> {
  await call.count('account')
  const { id } = await requireCustomer(call)
  await stopOwnAlert(call.req, id, text(call, 'id').slice(0, 40))
  return { to: ownAlerts, query: { done: 'removed' } }
}

const refused = (call: FormCall): Onward => ({ to: '/stock-alert', query: backTo(call) })

/** Waiting for a size that is sold out, and no longer. */
export const stockForms: Readonly<Record<string, Form>> = {
  'stock-alert': { work: wait, refused },
  'stop-stock-alert': { work: stop, refused },
  'stop-own-alert': { work: stopOwn, refused: () => ({ to: ownAlerts }) },
}

import { isOnline } from '#domain/pay-online'
import type { OrderView } from '#domain/views'
import { dayIn, type Shop } from './shop'

interface Entry {
  state: 'done' | 'next' | 'stopped'
  words: string
  note?: string
}

type Stage = 'paid' | 'shipped' | 'delivered'

const kindsOf: Readonly<Record<Stage, readonly string[]>> = {
  paid: ['payment-received', 'paid'],
  shipped: ['shipped'],
  delivered: ['delivered'],
}

function doneAt(order: OrderView, stage: Stage): string | undefined {
  return order.timeline.findLast(({ kind }) => kindsOf[stage].includes(kind))?.at
}

const isDone: Readonly<Record<Stage, (order: OrderView) => boolean>> = {
  paid: ({ paymentStatus }) => paymentStatus === 'paid' || paymentStatus.includes('refunded'),
  shipped: ({ fulfilmentStatus }) => fulfilmentStatus === 'fulfilled' || fulfilmentStatus === 'delivered',
  delivered: ({ fulfilmentStatus }) => fulfilmentStatus === 'delivered',
}

/** Paying at the door is the last thing that happens, not the second. */
const stagesOf = ({ paymentMethod }: OrderView): readonly Stage[] =>
  paymentMethod === 'cash-on-delivery' ? ['shipped', 'delivered', 'paid'] : ['paid', 'shipped', 'delivered']

function paidHint(order: OrderView): string {
  if (order.paymentMethod === 'cash-on-delivery') return order.pickup ? 'paidInStore' : 'paidAtDoor'
  return isOnline(order) ? 'paidOnline' : 'paid'
}

/** What is collected is made ready, not sent. */
const wordOf = ({ pickup }: OrderView, stage: Stage): string =>
  pickup ? { paid: 'paid', shipped: 'ready', delivered: 'collected' }[stage] : stage

/** By whom and under which number each parcel has left, as far as it is known. */
const parcelsOf = ({ shipments }: OrderView): string =>
  shipments
    .map(({ carrier, trackingNumber }) => [carrier, trackingNumber].filter(Boolean).join(', '))
    .filter(Boolean)
    .join('; ')

function stageEntry(shop: Shop, order: OrderView, stage: Stage): Entry {
  const { t } = shop
  const at = doneAt(order, stage)
  const parcels = stage === 'shipped' && parcelsOf(order)
  if (isDone[stage](order)) {
    const note = [at && dayIn(shop, at), parcels].filter(Boolean).join(', ')
    return { state: 'done', words: t(`order.now.${wordOf(order, stage)}`), note }
  }
  const { line1, postalCode, city } = order.shippingAddress
  const hints: Record<Stage, string> = {
    paid: t(`order.hints.${paidHint(order)}`),
    // Some pairs may have left already.
    shipped: parcels || t(order.pickup ? 'order.hints.ready' : 'order.hints.shipped'),
    delivered: `${line1}, ${postalCode} ${city}`,
  }
  return { state: 'next', words: t(`order.next.${wordOf(order, stage)}`), note: hints[stage] }
}

function entriesOf(shop: Shop, order: OrderView): Entry[] {
  const placed: Entry = {
    state: 'done',
    words: shop.t('order.now.placed'),
    note: dayIn(shop, order.placedAt),
  }
  const over =
    order.fulfilmentStatus === 'cancelled' ? 'cancelled' : order.paymentStatus === 'expired' ? 'expired' : ''
  const stages = stagesOf(order).map((stage) => stageEntry(shop, order, stage))
  if (!over) return [placed, ...stages]
  const at = order.timeline.findLast(({ kind }) => kind === over)?.at
  const end: Entry = { state: 'stopped', words: shop.t(`order.stopped.${over}`), note: at && dayIn(shop, at) }
  return [placed, ...stages.filter(({ state }) => state === 'done'), end]
}

/** What has happened and what comes next. */
export function Timeline({ shop, order }: { shop: Shop; order: OrderView }) {
  return (
    <ol className="timeline" aria-label={shop.t('order.progress')}>
      {entriesOf(shop, order).map(({ state, words, note }) => (
        <li key={words} className={state}>
          <b>{words}</b>
          {note && <span className="small muted">{note}</span>}
        </li>
      ))}
    </ol>
  )
}

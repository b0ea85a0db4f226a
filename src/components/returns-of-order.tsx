import type { ReturnReason, ReturnResolution, ReturnStatus } from '#domain/return-state'
import type { OrderView, Segment, SizeLabels } from '#domain/views'
import { formPaths } from './form-paths'
import { modelName } from './model-name'
import { dayIn, hrefIn, type Shop } from './shop'
import { soldSizeIn } from './size-label'
import { hasNoPair, quantityIn } from './things'

export interface ShownReturn {
  id: string
  number: string
  status: ReturnStatus
  resolution: ReturnResolution
  origin: string
  at: string
  refusal?: string
  exchange?: string
  lines: {
    lineId: string
    quantity: number
    reason: ReturnReason
    size?: string
    labels?: SizeLabels
    segment?: Segment
  }[]
}

interface Props {
  shop: Shop
  order: OrderView
  returns: readonly ShownReturn[]
  /** Pairs that may still come back. */
  mayReturn: boolean
  mayWithdraw: boolean
}

const over = new Set<ReturnStatus>(['rejected', 'cancelled'])

/** What is on its way back, and the two ways to begin: a return, and the withdrawal that the law gives. */
export function ReturnsOfOrder({ shop, order, returns, mayReturn, mayWithdraw }: Props) {
  const { t } = shop
  if (returns.length === 0 && !mayReturn && !mayWithdraw) return null
  return (
    <section className="mt-9">
      <h2 className="text-[22px] leading-7 mb-2">{t('returns.title')}</h2>
      {returns.length > 0 && (
        <ul className="returns">
          {returns.map((one) => (
            <Row key={one.id} shop={shop} order={order} found={one} />
          ))}
        </ul>
      )}
      {mayReturn && (
        <a className="button second wide mt-5" href={hrefIn(shop, `/orders/${order.number}/return`)}>
          {t(hasNoPair(order.lines) ? 'returns.startThings' : 'returns.start')}
        </a>
      )}
      {mayWithdraw && (
        <p className="mt-4">
          <a className="link" href={hrefIn(shop, `/withdraw?order=${order.number}`)}>
            {t('withdraw.button')}
          </a>
        </p>
      )}
    </section>
  )
}

function Row({ shop, order, found }: Pick<Props, 'shop' | 'order'> & { found: ShownReturn }) {
  const { t } = shop
  const isOpen =
    found.status === 'requested' || (found.status === 'approved' && found.origin !== 'withdrawal')
  const look = found.status === 'completed' ? 'status ok' : over.has(found.status) ? 'status over' : 'status'
  return (
    <li>
      <p className="flex justify-between gap-4">
        <b>{found.number}</b>
        <span className={look}>{t(`returns.status.${found.status}`)}</span>
      </p>
      {found.lines.map((line) => (
        <p key={line.lineId} className="small muted">
          {pairWords(shop, order, line)}
        </p>
      ))}
      <p className="small muted">
        {dayIn(shop, found.at)}
        {found.exchange ? `, ${t('returns.exchange', { number: found.exchange })}` : ''}
      </p>
      {found.status === 'approved' && <p className="small">{t('returns.pack', { number: found.number })}</p>}
      {found.refusal && <p className="small">{found.refusal}</p>}
      {isOpen && (
        <form method="post" action={formPaths.cancelReturn}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="number" value={order.number} />
          <input type="hidden" name="return" value={found.id} />
          <button className="link">{t('returns.callOff')}</button>
        </form>
      )}
    </li>
  )
}

function pairWords(
  shop: Shop,
  order: OrderView,
  { lineId, quantity, size, ...instead }: ShownReturn['lines'][number],
): string {
  const { t } = shop
  const line = order.lines.find(({ id }) => id === lineId)
  const what = line
    ? [modelName(line.title, line.colour), line.size && soldSizeIn(t, order, { ...line, size: line.size })]
        .filter(Boolean)
        .join(', ')
    : ''
  const pairs = quantityIn(t, line ?? {}, quantity)
  return size ? `${pairs}: ${what} → ${soldSizeIn(t, order, { ...instead, size })}` : `${pairs}: ${what}`
}

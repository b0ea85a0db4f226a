import type { Metadata } from 'next'
import { OrderAgain } from '#components/order-again'
import { OrderLines } from '#components/order-lines'
import { OrderPapers } from '#components/order-papers'
import { OrderParties } from '#components/order-parties'
import { OrderStatus } from '#components/order-status'
import { OrderWatch } from '#components/order-watch.client'
import { PayNow } from '#components/pay-now'
import { dayIn, hrefIn, moneyIn, timeIn, type Shop } from '#components/shop'
import { ReturnsOfOrder, type ShownReturn } from '#components/returns-of-order'
import { Sums } from '#components/sums'
import { isAllPairs } from '#components/things'
import { Timeline } from '#components/timeline'
import { Transfer } from '#components/transfer'
import { markets } from '#domain/markets'
import { canPayOnline, isAtBank, isOnline } from '#domain/pay-online'
import type { PaperView } from '#domain/papers'
import type { OrderView } from '#domain/views'
import { refusalOf } from '#ops/respond'
import { getShopSettings } from '#queries/site'
import { readOrder } from '#services/order-access'
import { papersFor } from '#services/read-papers'
import { returnChoices, returnsOf } from '#services/return-view'
import { PlainFrame } from '../../../frame'
import { one, requireShop, visitor, type Query } from '../../../visitor'

interface Props {
  params: Promise<{ market: string; number: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { market, number } = await params
  const { t } = requireShop(market)
  return {
    title: `${t('order.title', { number })} | Molini`,
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

interface Found {
  order?: OrderView
  isSignedIn: boolean
  papers?: PaperView[]
  returns?: ShownReturn[]
  mayReturn?: boolean
}

async function read({ params, searchParams }: Props): Promise<Found> {
  const number = decodeURIComponent((await params).number)
  const { req, orderToken, customer } = await visitor()
  const token = one((await searchParams).token) || orderToken(number)
  try {
    const order = await readOrder(req, { number, token, customerId: customer?.id })
    const [papers, returns, choices] = await Promise.all([
      papersFor(req, order.id),
      returnsOf(req, order.id),
      returnChoices(req, order.id),
    ])
    return {
      order,
      isSignedIn: customer !== undefined,
      papers,
      returns,
      mayReturn: choices.some(({ left }) => left > 0),
    }
  } catch (error) {
    if (refusalOf(error)?.code === 'order.not-found') return { isSignedIn: customer !== undefined }
    throw error
  }
}

/** Stripe leads back with a word that we do not trust: it only says that somebody has tried, and is waiting. */
const hasTried = (query: Query): boolean =>
  ['succeeded', 'pending', 'processing'].includes(one(query.redirect_status))

function leadOf(shop: Shop, order: OrderView, isWaiting: boolean): string {
  const { t } = shop
  const values = {
    email: order.email,
    total: moneyIn(shop, order.credits.length > 0 ? order.toPay : order.totals.total),
    day: order.expiresAt ? dayIn(shop, order.expiresAt) : '',
  }
  if (order.fulfilmentStatus === 'cancelled' && order.paymentStatus !== 'expired')
    return t('order.leadCancelled')
  if (order.paymentStatus === 'expired')
    return t(isOnline(order) ? 'order.leadCardExpired' : 'order.leadExpired')
  if (order.fulfilmentStatus === 'delivered') return t('order.leadDelivered')
  if (order.fulfilmentStatus !== 'unfulfilled')
    return t(order.pickup ? 'order.leadReady' : 'order.leadShipped')
  if (order.paymentMethod === 'cash-on-delivery')
    return t(order.pickup ? 'order.leadPickup' : 'order.leadDelivery', values)
  if (order.paymentStatus === 'paid' || order.paymentStatus === 'authorised')
    return t('order.leadPaid', values)
  if (isAtBank(order)) return t('order.leadAtBank', values)
  if (isWaiting) return t('order.leadWaiting')
  if (canPayOnline(order))
    return t(order.paymentStatus === 'failed' ? 'order.leadDeclined' : 'order.leadToPay', {
      ...values,
      time: order.expiresAt ? timeIn(shop, order.expiresAt) : '',
    })
  return order.expiresAt ? t('order.leadManual', values) : t('order.leadPending', values)
}

function Missing({ shop }: { shop: Shop }) {
  const { t } = shop
  return (
    <div className="frame pt-16">
      <div className="empty">
        <h1 className="text-[28px] leading-8">{t('order.notFound')}</h1>
        <p>{t('order.notFoundHint')}</p>
        <a className="button second" href={hrefIn(shop, '/find-order')}>
          {t('order.find')}
        </a>
      </div>
    </div>
  )
}

export default async function OrderPage(props: Props) {
  const page = requireShop((await props.params).market)
  const { order, isSignedIn, papers = [], returns = [], mayReturn = false } = await read(props)
  const done = one((await props.searchParams).done)
  const { t } = page
  const back = { href: '/', label: t('nav.backToShop') }
  if (!order)
    return (
      <PlainFrame shop={page} back={back} footed>
        <Missing shop={page} />
      </PlainFrame>
    )
  const shop: Shop = { market: markets[order.market], t }
  const isOpen =
    order.fulfilmentStatus === 'unfulfilled' && !['expired', 'failed'].includes(order.paymentStatus)
  const isWaiting =
    canPayOnline(order) && order.paymentStatus === 'pending' && hasTried(await props.searchParams)
  const isToPay = canPayOnline(order) && !isWaiting
  // What cards have paid alone is paid by transfer when it has become dearer.
  const isDue =
    isOpen &&
    ['manual', 'gift-card', 'store-credit'].includes(order.paymentMethod) &&
    ['pending', 'partially-paid'].includes(order.paymentStatus) &&
    order.toPay.amount > 0
  const count = order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const { bank } = await getShopSettings(shop.market.id)
  return (
    <PlainFrame shop={page} back={back} footed>
      <article className="order">
        <div>
          <p className="small muted">
            {t('order.head', { number: order.number, day: dayIn(shop, order.placedAt) })}
          </p>
          <h1 className="mt-2">
            {isToPay || isWaiting ? (
              t(isWaiting ? 'order.waitingTitle' : 'order.toPayTitle')
            ) : isOpen ? (
              <>
                {t('order.thanks', { name: order.shippingAddress.firstName })}
                <br />
                {t(isAllPairs(order.lines) ? 'order.yours' : 'order.yoursThings', { count })}
              </>
            ) : (
              t('order.title', { number: order.number })
            )}
          </h1>
          <p className="lead">{leadOf(shop, order, isWaiting)}</p>
          {(done === 'return' || done === 'return-cancelled') && (
            <p className="notice mt-5" role="status">
              {t(done === 'return' ? 'returns.requested' : 'returns.cancelled')}
            </p>
          )}
          <p className="mt-4">
            <OrderStatus shop={shop} order={order} />
          </p>
          {isToPay && <PayNow shop={shop} number={order.number} />}
          {isWaiting && <OrderWatch number={order.number} status={order.paymentStatus} />}
          {isDue && <Transfer shop={shop} order={order} bank={bank} />}
          <Timeline shop={shop} order={order} />
        </div>
        <div>
          <OrderLines shop={shop} order={order} />
          <div className="mt-5">
            <Sums
              shop={shop}
              totals={order.totals}
              promotions={order.promotions}
              taxes={order.taxes}
              reverseCharge={order.reverseCharge}
              taxIncluded={order.taxIncluded}
              credits={order.credits}
              toPay={order.toPay}
              last={t(order.taxIncluded ? 'order.totalIncluded' : 'order.total')}
            />
          </div>
          <ReturnsOfOrder
            shop={shop}
            order={order}
            returns={returns}
            mayReturn={mayReturn}
            mayWithdraw={order.fulfilmentStatus !== 'cancelled'}
          />
          {order.fulfilmentStatus === 'delivered' && (
            <a className="button second wide mt-7" href={hrefIn(shop, `/orders/${order.number}/review`)}>
              {t('reviews.write')}
            </a>
          )}
          <OrderAgain shop={shop} order={order} />
          <OrderPapers shop={shop} number={order.number} papers={papers} />
          <OrderParties shop={shop} order={order} />
          {!isSignedIn && (
            <a className="button second wide mt-7" href={hrefIn(shop, '/account/register')}>
              {t('order.saveAccount')}
            </a>
          )}
        </div>
      </article>
    </PlainFrame>
  )
}

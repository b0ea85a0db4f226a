import type { Metadata } from 'next'
import { connection } from 'next/server'
import { redirect } from 'next/navigation'
import { OrderLines } from '#components/order-lines'
import { PayForm } from '#components/pay-form.client'
import { hrefIn, timeIn, type Shop } from '#components/shop'
import { Sums } from '#components/sums'
import { markets } from '#domain/markets'
import { money } from '#domain/money'
import { canPayOnline } from '#domain/pay-online'
import type { OrderView } from '#domain/views'
import { refusalOf } from '#ops/respond'
import { readOrder } from '#services/order-access'
import { amountDue } from '#services/pay-order'
import { stripeInBrowser } from '#services/payments/stripe-client'
import { messages } from '../../../../../words'
import { PlainFrame } from '../../../../frame'
import { requireShop, visitor } from '../../../../visitor'

interface Props {
  params: Promise<{ market: string; number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { market, number } = await params
  const { t } = requireShop(market)
  return {
    title: `${t('pay.title', { number })} | Molini`,
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

async function requirePayable(shop: Shop, number: string): Promise<{ order: OrderView; due: number }> {
  const { req, orderToken, customer } = await visitor()
  try {
    const order = await readOrder(req, { number, token: orderToken(number), customerId: customer?.id })
    if (canPayOnline(order)) return { order, due: await amountDue(req, order.id) }
  } catch (error) {
    const code = refusalOf(error)?.code
    if (code !== 'order.not-found' && code !== 'order.not-payable') throw error
  }
  redirect(hrefIn(shop, `/orders/${number}`))
}

/** The last step of a checkout by card, and where a declined one is tried again. */
export default async function PayPage({ params }: Props) {
  await connection()
  const { market, number: encoded } = await params
  const page = requireShop(market)
  const { order, due } = await requirePayable(page, decodeURIComponent(encoded))
  const { t } = page
  const shop: Shop = { market: markets[order.market], t }
  const words = messages[page.market.locale]
  return (
    <PlainFrame shop={page} back={{ href: `/orders/${order.number}`, label: t('pay.back') }}>
      <div className="checkout">
        <div className="checkout-form">
          <h1>{t('pay.heading')}</h1>
          <p className="lead muted mt-3">
            {t('pay.lead', { number: order.number })}{' '}
            {order.expiresAt && t('pay.until', { time: timeIn(shop, order.expiresAt) })}
          </p>
          {order.paymentStatus === 'failed' && (
            <p className="notice mt-5" role="status">
              {t('pay.declined')}
            </p>
          )}
          <noscript>
            <p className="problems mt-5">{t('pay.noScript')}</p>
          </noscript>
          <PayForm
            market={page.market.id}
            messages={{ pay: words.pay }}
            number={order.number}
            due={money(due, order.currency)}
            {...stripeInBrowser()}
          />
        </div>
        <aside className="checkout-side" aria-label={t('checkout.summary')}>
          <div className="side-body">
            <OrderLines shop={shop} order={order} />
            <Sums
              shop={shop}
              totals={order.totals}
              taxes={order.taxes}
              reverseCharge={order.reverseCharge}
              taxIncluded={order.taxIncluded}
              promotions={order.promotions}
              credits={order.credits}
              toPay={order.toPay}
              last={t(order.taxIncluded ? 'order.totalIncluded' : 'order.total')}
            />
          </div>
        </aside>
      </div>
    </PlainFrame>
  )
}

import { OrderAgain } from '#components/order-again'
import { OrderStatus } from '#components/order-status'
import { dayIn, hrefIn, moneyIn, type Shop } from '#components/shop'
import { markets } from '#domain/markets'
import type { OrderView } from '#domain/views'
import { countOf } from '#services/cart'
import { storeCreditOf, type StoreCreditView } from '#services/store-credit'
import { ordersOfCustomer } from '#services/order-access'
import { AccountFrame } from '../../account-frame'
import { privateMetadata, type PageProps } from '../../small-page'
import { requireCustomer, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('account.title')

function Order({ shop, order }: { shop: Shop; order: OrderView }) {
  const own: Shop = { market: markets[order.market], t: shop.t }
  const [first] = order.lines
  const what = [order.number, dayIn(shop, order.placedAt), moneyIn(own, order.totals.total)].join(', ')
  return (
    <li>
      {first?.image ? <img src={first.image} alt="" width="112" height="112" loading="lazy" /> : <span />}
      <div>
        <p className="font-medium">{[...new Set(order.lines.map(({ title }) => title))].join(', ')}</p>
        <p className="small muted">{what}</p>
        <OrderStatus shop={own} order={order} />
        <OrderAgain shop={own} order={order} isListed />
      </div>
      <a className="link small go py-3" href={hrefIn(shop, `/orders/${order.number}`)}>
        {shop.t('account.seeOrder')}
        <span className="sr-only"> {order.number}</span>
      </a>
    </li>
  )
}

function StoreCredit({ shop, credit }: { shop: Shop; credit: StoreCreditView }) {
  const { t } = shop
  return (
    <section className="mt-9" aria-label={`${t('credit.yours')} ${credit.balance.currency}`}>
      <h2 className="mb-2">{t('credit.yours')}</h2>
      <p className="figures text-[22px]">{moneyIn(shop, credit.balance)}</p>
      <p className="small muted">{t('credit.yoursHint')}</p>
      <details className="mt-3">
        <summary className="link small">{t('credit.history')}</summary>
        <ul className="credits mt-2">
          {credit.entries.map(({ at, kind, amount, number }, index) => (
            <li key={index} className="code-used small">
              <span className="muted">{dayIn(shop, at)}</span>
              <span>
                {number
                  ? t('credit.ofOrder', { what: t(`credit.kinds.${kind}`), number })
                  : t(`credit.kinds.${kind}`)}
              </span>
              <span className="figures">
                {amount.amount < 0 ? '−' : '+'}
                {moneyIn(shop, { ...amount, amount: Math.abs(amount.amount) })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

export default async function AccountPage({ params }: PageProps) {
  const shop = requireShop((await params).market)
  const { t } = shop
  const { req, customer, cartToken } = await requireCustomer(shop, '/account')
  const [orders, credit] = await Promise.all([
    ordersOfCustomer(req, customer.id),
    storeCreditOf(req, customer.id),
  ])
  const title = customer.firstName
    ? t('account.greeting', { name: customer.firstName })
    : t('account.greetingPlain')
  return (
    <AccountFrame shop={shop} count={cartToken ? await countOf(req, cartToken) : 0} at="orders" title={title}>
      {credit.map((one) => (
        <StoreCredit key={one.balance.currency} shop={shop} credit={one} />
      ))}
      <h2 className="mt-9 mb-4">{t('account.orders')}</h2>
      {orders.length > 0 ? (
        <ul className="orders">
          {orders.map((order) => (
            <Order key={order.id} shop={shop} order={order} />
          ))}
        </ul>
      ) : (
        <div className="empty">
          <h3>{t('account.noOrders')}</h3>
          <p>{t('account.noOrdersHint')}</p>
          <a className="button second" href={hrefIn(shop, '/')}>
            {t('bag.emptyAction')}
          </a>
        </div>
      )}
    </AccountFrame>
  )
}

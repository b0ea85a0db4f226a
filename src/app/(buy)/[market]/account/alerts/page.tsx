import { formPaths } from '#components/form-paths'
import { dayIn, hrefIn, momentIn, type Shop } from '#components/shop'
import type { ProductCard } from '#domain/views'
import { getCards } from '#queries/cards'
import { getShopSettings } from '#queries/site'
import { countOf } from '#services/cart'
import { listOwnAlerts, type OwnAlert } from '#services/own-alerts'
import { AccountFrame } from '../../../account-frame'
import { privateMetadata, problemIn, type PageProps } from '../../../small-page'
import { one, requireCustomer, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.alerts')

interface RowProps {
  shop: Shop
  alert: OwnAlert
  card?: ProductCard
  /** The shop's own. */
  timezone: string
}

function Row({ shop, alert, card, timezone }: RowProps) {
  const { t } = shop
  const name = card?.title ?? alert.slug
  return (
    <li>
      {card ? (
        <img src={`/media/${card.image.id}/320.webp`} alt="" width="112" height="112" loading="lazy" />
      ) : (
        <span />
      )}
      <div>
        <a className="font-medium link" href={hrefIn(shop, `/p/${alert.slug}`)}>
          {name}
        </a>
        <p className="small muted">{alert.size && t('account.alertSize', { size: alert.size })}</p>
        {alert.held ? (
          <p className="small">
            <time dateTime={alert.held.until}>
              {t(alert.size ? 'account.alertHeld' : 'account.alertHeldThing', {
                at: momentIn(shop, alert.held.until, timezone),
              })}
            </time>
          </p>
        ) : (
          <p className="small muted">{t('account.alertSince', { day: dayIn(shop, alert.since) })}</p>
        )}
        {alert.held && (
          <form method="post" action={formPaths.openHold} className="mt-3">
            <input type="hidden" name="market" value={shop.market.id} />
            <input type="hidden" name="alert" value={alert.id} />
            <input type="hidden" name="token" value={alert.held.token} />
            <button className="button">
              {t('account.alertOpen')}
              <span className="sr-only"> {[name, alert.size].filter(Boolean).join(', ')}</span>
            </button>
          </form>
        )}
      </div>
      <form method="post" action={formPaths.stopOwnAlert} className="go">
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="id" value={alert.id} />
        <button className="plain-button small muted py-3">
          {t(alert.held ? 'account.alertDrop' : 'account.alertStop')}
          <span className="sr-only"> {[name, alert.size].filter(Boolean).join(', ')}</span>
        </button>
      </form>
    </li>
  )
}

/** The sold-out sizes that one waits to hear of. */
export default async function AlertsPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, customer, cartToken } = await requireCustomer(shop)
  const alerts = await listOwnAlerts(req, customer.id)
  const cards = await getCards(
    shop.market,
    alerts.map(({ productId }) => productId),
  )
  const { timezone } = await getShopSettings(shop.market.id)
  const problem = problemIn(shop, query)
  return (
    <AccountFrame
      shop={shop}
      count={cartToken ? await countOf(req, cartToken) : 0}
      at="alerts"
      title={t('account.alerts')}
    >
      {problem && (
        <p className="problems mt-6 max-w-[620px]" role="alert">
          {problem}
        </p>
      )}
      {['removed', 'dropped'].includes(one(query.done)) && (
        <p className="notice mt-6 max-w-[620px]" role="status">
          {t(one(query.done) === 'dropped' ? 'stockAlert.dropped' : 'account.alertStopped')}
        </p>
      )}
      <p className="muted mt-5 max-w-[620px]">
        {t(alerts.length > 0 ? 'account.alertsLead' : 'account.noAlerts')}
      </p>
      {alerts.length > 0 && (
        <ul className="orders mt-7">
          {alerts.map((alert) => (
            <Row
              key={alert.id}
              shop={shop}
              alert={alert}
              timezone={timezone}
              card={cards.find(({ slug }) => slug === alert.slug)}
            />
          ))}
        </ul>
      )}
    </AccountFrame>
  )
}

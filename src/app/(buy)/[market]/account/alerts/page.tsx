import { formPaths } from '#components/form-paths'
import { SoldSize } from '#components/size-label'
import { dayIn, hrefIn, launchIn, momentIn, type Shop } from '#components/shop'
import type { ProductCard } from '#domain/views'
import { getCards } from '#queries/cards'
import { getShopSettings } from '#queries/site'
import { countOf } from '#services/cart'
import { listOwnAlerts, type OwnAlert } from '#services/own-alerts'
import { listOwnEntries, type OwnEntry } from '#services/own-entries'
import { AccountFrame } from '../../../account-frame'
import { problemIn } from '../../../problem'
import { type PageProps, privateMetadata } from '../../../small-page'
import { one, requireCustomer, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.alerts')

interface RowProps {
  shop: Shop
  card?: ProductCard
  /** The shop's own. */
  timezone: string
}

const Photo = ({ card }: Pick<RowProps, 'card'>) =>
  card ? (
    <img src={`/media/${card.image.id}/320.webp`} alt="" width="112" height="112" loading="lazy" />
  ) : (
    <span />
  )

function Row({ shop, alert, card, timezone }: RowProps & { alert: OwnAlert }) {
  const { t } = shop
  const name = card?.title ?? alert.slug
  return (
    <li>
      <Photo card={card} />
      <div>
        <a className="font-medium link" href={hrefIn(shop, `/p/${alert.slug}`)}>
          {name}
        </a>
        <p className="small muted">{alert.size && <SoldSize shop={shop} line={alert} size={alert.size} />}</p>
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

function EntryRow({ shop, entry, card, timezone }: RowProps & { entry: OwnEntry }) {
  const { t } = shop
  const name = card?.title ?? entry.title
  return (
    <li>
      <Photo card={card} />
      <div>
        <a className="font-medium link" href={hrefIn(shop, `/p/${entry.slug}`)}>
          {name}
        </a>
        <p className="small muted">{entry.size && <SoldSize shop={shop} line={entry} size={entry.size} />}</p>
        <p className="small">
          <time dateTime={entry.at}>{t('draw.at', { at: launchIn(shop, entry.at, timezone) })}</time>
        </p>
        <p className="small muted">{t(entry.state === 'asked' ? 'account.entryAsked' : 'account.entryIn')}</p>
      </div>
      <form method="post" action={formPaths.leaveOwnDraw} className="go">
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="id" value={entry.id} />
        <button className="plain-button small muted py-3">
          {t('draw.leave')}
          <span className="sr-only"> {[name, entry.size].filter(Boolean).join(', ')}</span>
        </button>
      </form>
    </li>
  )
}

const notices: Readonly<Record<string, string>> = {
  removed: 'account.alertStopped',
  dropped: 'stockAlert.dropped',
  left: 'draw.left',
}

/** The sold-out sizes that one waits to hear of, and the draws that one has entered. */
export default async function AlertsPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, customer, cartToken } = await requireCustomer(shop, '/account/alerts')
  // In this order: an entry that becomes an alert between the two stands in neither for a moment, and never in both.
  const alerts = await listOwnAlerts(req, customer.id)
  const entries = await listOwnEntries(req, customer.id)
  const cards = await getCards(
    shop.market,
    [...alerts, ...entries].map(({ productId }) => productId),
  )
  const cardOf = (slug: string) => cards.find((card) => card.slug === slug)
  const { timezone } = await getShopSettings(shop.market.id)
  const problem = problemIn(shop, query)
  const notice = notices[one(query.done)]
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
      {notice && (
        <p className="notice mt-6 max-w-[620px]" role="status">
          {t(notice)}
        </p>
      )}
      {(alerts.length > 0 || entries.length === 0) && (
        <p className="muted mt-5 max-w-[620px]">
          {t(alerts.length > 0 ? 'account.alertsLead' : 'account.noAlerts')}
        </p>
      )}
      {alerts.length > 0 && (
        <ul className="orders mt-7">
          {alerts.map((alert) => (
            <Row key={alert.id} shop={shop} alert={alert} timezone={timezone} card={cardOf(alert.slug)} />
          ))}
        </ul>
      )}
      {entries.length > 0 && (
        <section className="mt-12" aria-labelledby="draws">
          <h2 id="draws">{t('account.entries')}</h2>
          <p className="muted mt-3 max-w-[620px]">{t('account.entriesLead')}</p>
          <ul className="orders mt-7">
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                shop={shop}
                entry={entry}
                timezone={timezone}
                card={cardOf(entry.slug)}
              />
            ))}
          </ul>
        </section>
      )}
    </AccountFrame>
  )
}

import { formPaths } from './form-paths'
import { dayIn, timeIn, type Shop } from './shop'

interface Session {
  id: string
  device: string
  firstSeen: string
  lastSeen: string
  isThis: boolean
}

const placesOf = (shop: Shop, at: string) => ({ day: dayIn(shop, at), time: timeIn(shop, at) })

function SessionCard({ shop, session }: { shop: Shop; session: Session }) {
  const { t } = shop
  const { id, firstSeen, lastSeen, isThis } = session
  const device = session.device || t('account.sessionUnknown')
  return (
    <li>
      <p className="font-medium">
        {device}
        {isThis && <span className="small muted"> · {t('account.sessionThis')}</span>}
      </p>
      <p className="small muted">{t('account.sessionSince', placesOf(shop, firstSeen))}</p>
      {!isThis && <p className="small muted">{t('account.sessionSeen', placesOf(shop, lastSeen))}</p>}
      <form method="post" action={formPaths.endSession}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="id" value={id} />
        <button
          className="plain-button small muted mt-2"
          aria-label={t('account.sessionEndOf', { device, ...placesOf(shop, firstSeen) })}
        >
          {t('account.sessionEnd')}
        </button>
      </form>
    </li>
  )
}

/** Where somebody is signed in, each with a button that ends it. */
export function SessionList({ shop, sessions }: { shop: Shop; sessions: readonly Session[] }) {
  const { t } = shop
  return (
    <>
      <ul className="address-cards">
        {sessions.map((session) => (
          <SessionCard key={session.id} shop={shop} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={formPaths.endSessions}>
          <input type="hidden" name="market" value={shop.market.id} />
          <button className="button second">{t('account.sessionsEnd')}</button>
        </form>
      ) : (
        <p className="small muted">{t('account.sessionsAlone')}</p>
      )}
    </>
  )
}

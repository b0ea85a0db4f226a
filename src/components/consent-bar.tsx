import { formPaths } from './form-paths'
import { hrefIn, type Shop } from './shop'

/** Two buttons of one weight: to refuse costs what to agree costs. */
export function ConsentForm({ shop }: { shop: Shop }) {
  const { t } = shop
  return (
    <form className="consent-form" method="post" action={formPaths.consent}>
      <input type="hidden" name="market" value={shop.market.id} />
      <button className="button second" name="choice" value="refused">
        {t('cookies.refuse')}
      </button>
      <button className="button second" name="choice" value="given">
        {t('cookies.give')}
      </button>
    </form>
  )
}

interface ConsentBarProps {
  shop: Shop
  privacy: { analytics: boolean; script?: string; edition: number }
}

/** Asks once, where the shop wants something that needs consent. Hidden until the script finds no choice. */
export function ConsentBar({ shop, privacy }: ConsentBarProps) {
  const { t } = shop
  if (!privacy.analytics) return null
  return (
    <consent-bar
      role="region"
      aria-labelledby="consent-title"
      hidden
      data-edition={privacy.edition}
      data-count={privacy.script}
    >
      <div className="frame">
        <div>
          <h2 id="consent-title" className="label">
            {t('cookies.barTitle')}
          </h2>
          <p className="small">
            {t('cookies.countingText')}{' '}
            <a className="link" href={hrefIn(shop, '/cookies')}>
              {t('cookies.more')}
            </a>
          </p>
        </div>
        <ConsentForm shop={shop} />
      </div>
    </consent-bar>
  )
}

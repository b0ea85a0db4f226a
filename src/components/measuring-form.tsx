import { formPaths } from './form-paths'
import { hrefIn, type Shop } from './shop'

interface MeasuringProps {
  shop: Shop
  /** Whether such mails are wanted. */
  isOn: boolean
  /** Whether the address was shown to be the shopper's: before that none leaves. */
  isProven: boolean
}

/** Asks whether a mail should say when a child is to be measured again; as easy to end as to begin. */
export function MeasuringForm({ shop, isOn, isProven }: MeasuringProps) {
  const { t } = shop
  return (
    <form method="post" action={formPaths.measuring} className="mt-6 max-w-[620px]">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="choice" value={isOn ? 'off' : 'on'} />
      <h3>{t('measuring.title')}</h3>
      <p className="small muted mt-1">{t(isOn ? 'measuring.isOn' : 'measuring.lead')}</p>
      {isOn && !isProven && (
        <p className="notice small mt-3">
          {t('measuring.unproven')}{' '}
          <a className="link" href={hrefIn(shop, '/account/sign-in-link')}>
            {t('measuring.prove')}
          </a>
        </p>
      )}
      <button className="button second mt-4">{t(isOn ? 'measuring.stop' : 'measuring.begin')}</button>
    </form>
  )
}

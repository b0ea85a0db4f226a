import { cookies } from 'next/headers'
import { ConsentForm } from '#components/consent-bar'
import { KeptList } from '#components/kept-list'
import { consentCookie, readConsent } from '#domain/consent'
import { keptInBrowser } from '#domain/kept-in-browser'
import { getShopSettings } from '#queries/site'
import { hasGoogle } from '#services/google-client'
import { hasStripe } from '#services/payments/stripe-client'
import { privateMetadata, SmallPage, type PageProps } from '../../small-page'
import { requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('cookies.title')

/** What is stored in the browser, and the choice about what is not needed, to be changed at any time. */
export default async function CookiesPage({ params }: PageProps) {
  const shop = requireShop((await params).market)
  const { t } = shop
  const [{ privacy, offline }, jar] = await Promise.all([getShopSettings(shop.market.id), cookies()])
  const said = readConsent(jar.get(consentCookie)?.value)
  const chosen = said?.edition === privacy.edition ? said : undefined
  const has = { counting: privacy.analytics, google: hasGoogle(), offline, stripe: hasStripe() }
  const keptFor = (wanted: string) =>
    keptInBrowser.filter(({ group, only }) => group === wanted && (!only || has[only]))
  return (
    <SmallPage shop={shop} title={t('cookies.title')} lead={t('cookies.lead')}>
      <h2 className="mt-9 text-[22px] leading-7">{t('cookies.needed')}</h2>
      <p className="mt-2">{t('cookies.neededText')}</p>
      <KeptList shop={shop} kept={keptFor('needed')} />
      <h2 className="mt-9 text-[22px] leading-7">{t('cookies.chosen')}</h2>
      <p className="mt-2">{t('cookies.chosenText')}</p>
      <KeptList shop={shop} kept={keptFor('chosen')} />
      <h2 className="mt-9 text-[22px] leading-7">{t('cookies.counting')}</h2>
      <p className="mt-2">{t(privacy.analytics ? 'cookies.countingText' : 'cookies.countingOff')}</p>
      {privacy.analytics && (
        <>
          <p className="notice mt-6" role="status">
            {t(`cookies.${chosen?.choice ?? 'open'}`)}
          </p>
          <ConsentForm shop={shop} />
          <KeptList shop={shop} kept={keptFor('counting')} />
          {chosen && <p className="fine muted mt-4">{t('cookies.receipt', { receipt: chosen.receipt })}</p>}
        </>
      )}
    </SmallPage>
  )
}

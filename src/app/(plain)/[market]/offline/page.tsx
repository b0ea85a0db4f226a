import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { marketIds } from '#domain/markets'
import { shopOf } from '../../../words'

export const dynamic = 'force-static'
export const generateStaticParams = () => marketIds.map((market) => ({ market }))

interface Props {
  params: Promise<{ market: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shop = shopOf((await params).market)
  return { title: `${shop?.t('offline.title') ?? ''} | Molini`, robots: { index: false } }
}

/** What a browser shows that has no network: bag and wishlist as they last were on this device, and no price of anything. */
export default async function OfflinePage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { t } = shop
  return (
    <>
      <header className="plain-header">
        <div className="frame header-row">
          <span />
          <span className="wordmark">Molini</span>
          <span />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div className="frame">
          <div className="narrow">
            <h1>{t('offline.title')}</h1>
            <p className="muted mt-4">{t('offline.lead')}</p>
            <a className="button" href="">
              {t('offline.again')}
            </a>
            {(['bag', 'wishes'] as const).map((what) => (
              <section key={what} className="last-known" data-last={what} hidden>
                <h2>{t(`offline.${what}`)}</h2>
                <p className="fine muted">
                  {t('offline.asOf')} <span data-last-at />
                </p>
                <ul />
              </section>
            ))}
            <p className="small muted mt-7">{t('offline.kept')}</p>
          </div>
        </div>
      </main>
      <script src="/assets/offline.js" defer />
    </>
  )
}

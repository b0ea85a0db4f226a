import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlainHeader } from '#components/header'
import { marketIds } from '#domain/markets'
import { shopOf } from '../../../words'

export const dynamic = 'force-static'
export const generateStaticParams = () => marketIds.map((market) => ({ market }))

interface Props {
  params: Promise<{ market: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shop = shopOf((await params).market)
  return { title: `${shop?.t('unavailable.title') ?? ''} | Molini`, robots: { index: false } }
}

/** What the page store answers with, and the status of the failure, for a page that could not be made. */
export default async function UnavailablePage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { t } = shop
  return (
    <>
      <PlainHeader shop={shop} back={{ href: '/', label: t('notFound.action') }} />
      <main id="content" tabIndex={-1}>
        <div className="frame">
          <div className="narrow">
            <h1>{t('unavailable.title')}</h1>
            <p className="muted mt-4">{t('unavailable.lead')}</p>
            <a className="button" href="">
              {t('unavailable.again')}
            </a>
          </div>
        </div>
      </main>
    </>
  )
}

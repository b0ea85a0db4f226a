import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { hrefIn } from '#components/shop'
import { getShopSettings } from '#queries/site'
import { pageMetadata } from '../../../seo'
import { shopOf } from '../../../words'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ market: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shop = shopOf((await params).market)
  return shop
    ? pageMetadata(shop, {
        title: shop.t('withdraw.title'),
        description: shop.t('withdraw.lead'),
        path: '/withdraw',
      })
    : {}
}

/** How to withdraw: by a plain message, which the law accepts. Source: Directive 2011/83/EU, Art. 11. */
export default async function WithdrawPage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { t } = shop
  const { contactEmail } = await getShopSettings(shop.market.id)
  return (
    <div className="frame">
      <Breadcrumb shop={shop} steps={[{ name: t('withdraw.title') }]} />
      <h1>{t('withdraw.title')}</h1>
      <div className="prose mt-6">
        <p className="text-lg">{t('withdraw.lead')}</p>
        <p>{t('withdraw.how')}</p>
        <p>{t('withdraw.money')}</p>
      </div>
      <p className="mt-7 flex flex-wrap items-center gap-6">
        {contactEmail && (
          <a
            className="button"
            href={`mailto:${contactEmail}?subject=${encodeURIComponent(t('withdraw.subject'))}`}
          >
            {t('withdraw.write', { email: contactEmail })}
          </a>
        )}
        <a className="link" href={hrefIn(shop, '/find-order')}>
          {t('withdraw.find')}
        </a>
      </p>
    </div>
  )
}

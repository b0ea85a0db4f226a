import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { FootRuler } from '#components/foot-ruler'
import { hrefIn } from '#components/shop'
import { getSizeScales } from '#queries/size-table'
import { missingMetadata, pageMetadata } from '../../../seo'
import { shopOf } from '../../../words'
import '../../../_styles/ruler.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ market: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { market } = await params
  const shop = shopOf(market)
  if (!shop) return missingMetadata(market)
  return pageMetadata(shop, {
    title: shop.t('ruler.title'),
    description: shop.t('ruler.lead'),
    path: '/foot-ruler',
  })
}

/** The scale with most sizes is that of the shop's adults. */
export default async function FootRulerPage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { t } = shop
  const scales = await getSizeScales()
  const [largest] = scales.toSorted((one, other) => other.rows.length - one.rows.length)
  return (
    <div className="frame ruler-page">
      <Breadcrumb
        shop={shop}
        steps={[{ name: t('sizes.guide'), href: '/size-guide' }, { name: t('ruler.title') }]}
      />
      <h1>{t('ruler.title')}</h1>
      <p className="muted mt-3">{t('ruler.lead')}</p>
      <ol className="ruler-steps">
        {(['print', 'check', 'stand', 'read'] as const).map((step) => (
          <li key={step}>{t(`ruler.steps.${step}`)}</li>
        ))}
      </ol>
      <p>
        <a className="link" href={hrefIn(shop, '/size-guide')}>
          {t('sizes.guide')}
        </a>
      </p>
      <FootRuler shop={shop} sizes={largest?.rows ?? []} />
    </div>
  )
}

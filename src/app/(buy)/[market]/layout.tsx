import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { homeSystem } from '#domain/size-systems'
import { getShopSettings } from '#queries/site'
import { fontClasses } from '../../fonts'
import { requireShop } from '../visitor'
import '../../globals.css'
import '../../_styles/buy.css'

interface Props {
  children: ReactNode
  params: Promise<{ market: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { description: requireShop((await params).market).t('seo.description') }
}

/** Bag, checkout and account: React in the browser, made for one person, never cached. */
export default async function BuyLayout({ children, params }: Props) {
  const { market } = requireShop((await params).market)
  const settings = await getShopSettings(market.id)
  return (
    <html
      lang={market.formatLocale}
      className={fontClasses}
      data-market={market.id}
      data-sizes={homeSystem(market.id)}
      data-offline={settings.offline ? '' : undefined}
      suppressHydrationWarning
    >
      <head>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="/assets/first.js" />
        <script src="/assets/islands.js" defer />
      </head>
      <body>
        {children}
        <div className="toasts" role="status" />
      </body>
    </html>
  )
}

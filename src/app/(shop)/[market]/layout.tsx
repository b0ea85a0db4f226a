import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { getFooter, getNavigation, getShopSettings } from '#queries/site'
import { ConsentBar } from '#components/consent-bar'
import { Footer } from '#components/footer'
import { Header } from '#components/header'
import { homeSystem } from '#domain/size-systems'
import { fontClasses } from '../../fonts'
import { shopOf } from '../../words'
import '../../globals.css'

export const dynamicParams = true
export const generateStaticParams = () => []

interface Props {
  children: ReactNode
  params: Promise<{ market: string }>
}

/** Shop pages ship no framework: `data-js="0"` says so to the page store. The scripts are our own. */
export default async function ShopLayout({ children, params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { market } = shop
  const [navigation, footer, settings] = await Promise.all([
    getNavigation(market.id),
    getFooter(market.id),
    getShopSettings(market.id),
  ])
  return (
    <html
      lang={market.formatLocale}
      className={fontClasses}
      data-js="0"
      data-market={market.id}
      data-sizes={homeSystem(market.id)}
      data-offline={settings.offline ? '' : undefined}
      suppressHydrationWarning
    >
      <head>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/icon-180.png" />
        {settings.offline && <link rel="manifest" href={`/manifests/${market.id}.webmanifest`} />}
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f3ec" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171411" />
        <script src="/assets/first.js" />
        <script src="/assets/islands.js" defer />
      </head>
      <body>
        <Header shop={shop} navigation={navigation} announcement={settings.announcement} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer shop={shop} footer={footer} company={settings.legal.company} />
        <ConsentBar shop={shop} privacy={settings.privacy} />
        <bag-drawer
          data-close={shop.t('bag.close')}
          data-cart={market.id === 'eu' ? '/cart' : `/${market.id}/cart`}
        />
        <div className="toasts" role="status" />
      </body>
    </html>
  )
}

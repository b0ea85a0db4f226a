import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { fontClasses } from '../../fonts'
import { shopOf } from '../../words'
import '../../globals.css'

interface Props {
  children: ReactNode
  params: Promise<{ market: string }>
}

/** Reads nothing from anywhere, so that it can be shown when nothing can be read. */
export default async function PlainLayout({ children, params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { market } = shop
  return (
    <html lang={market.formatLocale} className={fontClasses} data-js="0" data-market={market.id}>
      <head>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="/assets/first.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}

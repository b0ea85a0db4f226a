import type { Metadata } from 'next'
import { alternatesOf } from '#domain/indexing'
import { marketPath, markets, type MarketId } from '#domain/markets'
import type { Shop } from '#components/shop'
import { env } from '#env'
import { marketOf, wordsIn } from './words'

export const origin = env.NEXT_PUBLIC_APP_URL

interface PageFacts {
  title: string
  description?: string
  /** The canonical path in the default market. */
  path: string
  /** False where the same things are shown elsewhere in another order. Then no other address is named either. */
  indexed?: boolean
  /** The markets that have the page; all of them where nothing is said. */
  markets?: readonly MarketId[]
  /** A picture of `/og/<market>/`, 1200 by 630. */
  image?: { file: string; alt: string }
}

const siteImage = { file: 'shop.jpg', alt: 'Molini' }
/** A shop that is only shown to its makers is nobody's search result. Source: DESIGN 6, previews. */
export const isShownToMakersOnly = env.VERCEL_ENV === 'preview'

/** The title of an address that shows nothing. */
export const missingMetadata = (market: string): Metadata => ({
  title: `${wordsIn(markets[marketOf(market)].locale)('notFound.title')} | Molini`,
  robots: { index: false },
})

/** Title, description, canonical address, the same page in the other markets, and how it looks where it is shared. */
export function pageMetadata({ market, t }: Shop, facts: PageFacts): Metadata {
  const url = origin + marketPath(market.id, facts.path)
  const description = facts.description ?? t('seo.description')
  const image = facts.image ?? siteImage
  const isIndexed = facts.indexed !== false && !isShownToMakersOnly
  const languages = Object.fromEntries(
    alternatesOf(facts.path, facts.markets).map(({ hreflang, path }) => [hreflang, origin + path]),
  )
  return {
    title: facts.title.includes('Molini') ? facts.title : `${facts.title} | Molini`,
    description,
    ...(isIndexed
      ? { alternates: { canonical: url, languages } }
      : { robots: { index: false, follow: !isShownToMakersOnly } }),
    openGraph: {
      title: facts.title,
      description,
      url,
      siteName: 'Molini',
      type: 'website',
      locale: market.formatLocale.replace('-', '_'),
      images: [{ url: `${origin}/og/${market.id}/${image.file}`, width: 1200, height: 630, alt: image.alt }],
    },
    twitter: { card: 'summary_large_image' },
  }
}

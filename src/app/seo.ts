import type { Metadata } from 'next'
import { marketIds, marketPath, markets } from '#domain/markets'
import type { Shop } from '#components/shop'
import { env } from '#env'
import { marketOf, wordsIn } from './words'

export const origin = env.NEXT_PUBLIC_APP_URL

interface PageFacts {
  title: string
  description?: string
  /** The canonical path in the default market. */
  path: string
  /** False where the same things are shown elsewhere in another order. */
  indexed?: boolean
  image?: string
}

/** The title of an address that shows nothing. */
export const missingMetadata = (market: string): Metadata => ({
  title: `${wordsIn(markets[marketOf(market)].locale)('notFound.title')} | Molini`,
  robots: { index: false },
})

/** Title, description, canonical address and the same page in the other markets. */
export function pageMetadata({ market, t }: Shop, facts: PageFacts): Metadata {
  const url = origin + marketPath(market.id, facts.path)
  const languages = Object.fromEntries(
    marketIds.map((id) => [markets[id].formatLocale, origin + marketPath(id, facts.path)]),
  )
  const description = facts.description ?? t('seo.description')
  return {
    title: facts.title.includes('Molini') ? facts.title : `${facts.title} | Molini`,
    description,
    alternates: { canonical: url, languages: { ...languages, 'x-default': origin + facts.path } },
    ...(facts.indexed === false ? { robots: { index: false, follow: true } } : {}),
    openGraph: {
      title: facts.title,
      description,
      url,
      siteName: 'Molini',
      type: 'website',
      ...(facts.image ? { images: [facts.image] } : {}),
    },
  }
}

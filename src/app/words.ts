import { createTranslator } from 'use-intl/core'
import { defaultMarket, isMarketId, markets, type Locale, type MarketId } from '#domain/markets'
import type { Shop, Words } from '#components/shop'
import de from '#messages/de'
import en from '#messages/en'
import it from '#messages/it'

export const messages: Readonly<Record<Locale, typeof en>> = { en, it, de }

const known = new Map<Locale, Words>()

/** The storefront's words in a language; a key that does not exist throws, so that no page shows one. */
export function wordsIn(locale: Locale): Words {
  const made = known.get(locale)
  if (made) return made
  const translate = createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error
    },
  })
  const words = translate as unknown as Words
  known.set(locale, words)
  return words
}

export const wordsOf = (id: MarketId): Words => wordsIn(markets[id].locale)

/** The shop of a market, or undefined for a first path segment that is none. */
export const shopOf = (id: string): Shop | undefined =>
  isMarketId(id) ? { market: markets[id], t: wordsIn(markets[id].locale) } : undefined

/** The market of a first path segment; anything else is answered as in the default one. */
export const marketOf = (id: string): MarketId => (isMarketId(id) ? id : defaultMarket)

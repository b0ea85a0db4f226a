import type { CacheTag } from '#cache'
import { isMarketId, type MarketId } from '#domain/markets'

export interface Asked {
  market: MarketId
  /** Below the market, each segment escaped: empty for its home page. */
  path: string
}

const isSegment = (text: string): boolean =>
  text !== '' && text !== '.' && text !== '..' && !/[/\\\p{Cc}]/u.test(text)

function readSegment(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text)
    return isSegment(plain) ? plain : undefined
  } catch {
    return undefined
  }
}

/** The page that an address below a handler is about; undefined for one that no page can have. */
export function readAsked([market = '', ...segments]: readonly string[]): Asked | undefined {
  if (!isMarketId(market)) return undefined
  const plain = segments.map(readSegment)
  if (plain.includes(undefined)) return undefined
  return { market, path: plain.map((segment) => `/${encodeURIComponent(segment ?? '')}`).join('') }
}

/** Shown in the place of another page; by its own name it is none. */
export const isStandIn = ({ path }: Asked): boolean => path === '/not-found' || path === '/unavailable'

export const productOf = ({ path }: Asked): string | undefined => /^\/p\/([^/]+)/.exec(path)?.[1]

/** What a page depends on: at least all that is read for it. One product concerns its own pages alone. */
export function tagsOf(asked: Asked): CacheTag[] {
  const slug = productOf(asked)
  return [
    'site',
    'catalogue',
    'categories',
    'pages',
    'products',
    ...(slug ? ([`product:${slug}`] as const) : []),
  ]
}

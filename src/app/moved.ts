import { notFound, permanentRedirect } from 'next/navigation'
import { marketPath, type MarketId } from '#domain/markets'
import { findRedirect } from '#queries/redirects'

/** For an address that shows nothing: where it has moved, or not found. `path` is that of the default market. */
export async function movedOrMissing(market: MarketId, path: string): Promise<never> {
  const to = await findRedirect(path)
  if (to) permanentRedirect(marketPath(market, to))
  notFound()
}

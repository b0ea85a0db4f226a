/** A page as it says of itself in its head: its address by `hreflang`, whole, in each market that has it. */
export type Named = ReadonlyMap<string, string>

interface Other {
  /** The other market, and how its pages are named. */
  market: string
  hreflang: string
}

const homeOf = (market: string): string => (market === 'eu' ? '/' : `/${market}`)

/**
 * Where the page that is shown stands in another market, with its query: where the page names its addresses, there, and home where
 * it is not among them; else under the same path. `own` is the market of the page.
 */
export function samePage(
  { market, hreflang }: Other,
  { own, named, pathname, search }: { own: string; named: Named; pathname: string; search: string },
): string {
  const address = named.get(hreflang)
  if (address !== undefined) return new URL(address).pathname + search
  if (named.size > 0) return homeOf(market)
  const path = (own === 'eu' ? pathname : pathname.slice(own.length + 1)) || '/'
  return (path === '/' ? homeOf(market) : `${market === 'eu' ? '' : `/${market}`}${path}`) + search
}

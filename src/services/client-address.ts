import { env } from '#env'

const header = (): string => (env.VERCEL ? 'x-vercel-forwarded-for' : 'x-forwarded-for')

/**
 * Where a request comes from. Our own server leaves one address in the header, of the socket or by the word of a
 * trusted proxy (`src/start/caller.mjs`); Vercel says it in a header that callers cannot write. Of a chain the last
 * counts: it was written nearest to us.
 */
export function clientAddress({ headers }: { headers?: Headers }): string | undefined {
  const address = headers?.get(header())?.split(',').at(-1)?.trim()
  return address?.slice(0, 64) || undefined
}

/** Of the headers of a call those that say where it comes from, for the audit trail. */
export function addressHeaders({ headers }: { headers: Headers }): Headers {
  const address = clientAddress({ headers })
  return new Headers(address ? { [header()]: address } : {})
}

/** Where a request is counted. One household or server holds a whole /64 of IPv6, so its network is the caller. */
export const callerNetwork = (req: { headers?: Headers }): string =>
  networkOf(clientAddress(req) ?? 'unknown')

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  return address.includes(':') ? `${firstGroups(address)}::/64` : address
}

/** The first four groups of an IPv6 address, with the noughts written out that `::` leaves away. */
function firstGroups(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::')
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean))
  const left = head ?? []
  const missing = after === undefined ? 0 : Math.max(0, 8 - left.length - (tail?.length ?? 0))
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

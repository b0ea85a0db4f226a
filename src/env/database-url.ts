import { isIP } from 'node:net'

/** What `pg` reads as TLS whose other end may be anybody, or as no TLS where there was to be some. */
const unverified = (url: URL): boolean =>
  ['allow', 'prefer', 'no-verify'].includes(url.searchParams.get('sslmode') ?? '') ||
  url.searchParams.get('ssl') === 'no-verify' ||
  url.searchParams.has('uselibpqcompat')

const isPlain = ({ searchParams }: URL): boolean =>
  searchParams.get('sslmode') === 'disable' || ['0', 'false'].includes(searchParams.get('ssl') ?? '')

const hostOf = (url: URL): string =>
  (url.searchParams.get('host') ?? url.hostname).replace(/^\[(.*)\]$/, '$1')

/** Names and addresses that lead out of no private network. Source: RFC 1918, 3927, 4193, 6598, 6762, 8375. */
const nearNames = /^[^.]*$|\.(localhost|local|internal|lan|home\.arpa|svc)$|\.svc\.cluster\.local$/i
const nearAddresses =
  /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|f[cd]|fe[89ab])/i

/** Is a host, without brackets, on this machine or on a private network, where what is said need not be sealed? */
export const isNearHost = (host: string): boolean => (isIP(host) === 0 ? nearNames : nearAddresses).test(host)

function isNear(url: URL): boolean {
  const host = hostOf(url)
  return host === '' || host.startsWith('/') || isNearHost(host)
}

/** A pooler in transaction mode: Neon's, Supabase's, or one that is said to be one. */
export function isPooler(address: string): boolean {
  const url = new URL(address)
  if (url.searchParams.get('pgbouncer') === 'true') return true
  return /^[^.]+-pooler\.|\.pooler\.supabase\.com$/i.test(hostOf(url))
}

/** What is wrong with how an address speaks of TLS; undefined when nothing is. */
export function findTlsFault(address: string): string | undefined {
  const url = new URL(address)
  if (!unverified(url) && (!isPlain(url) || isNear(url))) return undefined
  return 'must have sslmode=verify-full, and sslrootcert=<file> where its authority is not a public one'
}

/**
 * The address with its TLS said in full: always where the database is on no private network, and as `verify-full` however
 * it was asked for, since `require` comes to mean less in later versions of the driver.
 */
export function withVerifiedTls(address: string): string {
  const url = new URL(address)
  const isAsked = url.searchParams.has('sslmode') || url.searchParams.has('ssl')
  if (isPlain(url) || (!isAsked && isNear(url))) return address
  url.searchParams.delete('ssl')
  url.searchParams.set('sslmode', 'verify-full')
  // The authorities that Node brings are meant: to the driver it would be the name of a file.
  if (url.searchParams.get('sslrootcert') === 'system') url.searchParams.delete('sslrootcert')
  return url.href
}

import { findTlsFault, isNearHost, isPooler } from './database-url'
import type { VariableName, Variables } from './schema'
import { isWeakSecret } from './weak-secret'

/** Whole groups or nothing: half a set of credentials is always a mistake. */
const groups: readonly (readonly VariableName[])[] = [
  ['UPLOADTHING_SECRET', 'UPLOADTHING_APP_ID'],
  ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['EMAIL_USER', 'EMAIL_PASS'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'],
]

const aliases: readonly (readonly [VariableName, VariableName])[] = [
  ['PAYLOAD_SECRET', 'BETTER_AUTH_SECRET'],
  ['NEXT_PUBLIC_APP_URL', 'BETTER_AUTH_URL'],
]

/** Is `host` reachable from this machine alone? */
export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/** Faults in the combination of variables, whatever the environment. One line each, names only. */
export function findContradictions(given: Variables): string[] {
  const faults: string[] = []
  for (const group of groups) {
    const missing = group.filter((name) => given[name] === undefined)
    const present = group.filter((name) => given[name] !== undefined)
    if (present.length > 0 && missing.length > 0)
      faults.push(`${missing.join(', ')}: must be set together with ${present.join(', ')}`)
  }
  for (const [name, alias] of aliases) {
    if (given[name] !== undefined && given[alias] !== undefined && given[name] !== given[alias])
      faults.push(`${alias}: must equal ${name} when both are set`)
  }
  // A preview is tried out by people who expect that nothing costs money.
  if (given.VERCEL_ENV === 'preview' && given.STRIPE_SECRET_KEY?.includes('_live_'))
    faults.push('STRIPE_SECRET_KEY: must be a test key in a preview')
  // Whoever answers there can say that an order was paid.
  if (given.STRIPE_API_BASE && !isLoopbackHost(new URL(given.STRIPE_API_BASE).hostname))
    faults.push('STRIPE_API_BASE: must be an address on this machine, for tests')
  // What shoppers type of where they live is not sent in the open.
  const search = given.ADDRESS_SEARCH_URL && new URL(given.ADDRESS_SEARCH_URL)
  if (
    search &&
    given.NODE_ENV === 'production' &&
    search.protocol !== 'https:' &&
    !isLoopbackHost(search.hostname)
  )
    faults.push('ADDRESS_SEARCH_URL: must start with https:// in production, unless it is on this machine')
  const hasBucket = given.S3_BUCKET ?? given.BACKUP_S3_BUCKET
  if (hasBucket && !given.S3_ACCESS_KEY_ID)
    faults.push(
      'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: must be set together with S3_BUCKET or BACKUP_S3_BUCKET',
    )
  if (given.S3_ACCESS_KEY_ID && !hasBucket)
    faults.push('S3_BUCKET or BACKUP_S3_BUCKET: must be set together with S3_ACCESS_KEY_ID')
  if (given.EMAIL_HOST && !given.EMAIL_FROM) faults.push('EMAIL_FROM: must be set together with EMAIL_HOST')
  faults.push(...findDatabaseFaults(given))
  return faults
}

function findDatabaseFaults(given: Variables): string[] {
  const { DATABASE_URL, DATABASE_URL_UNPOOLED, DATABASE_REPLICA_URLS = [] } = given
  const faults: string[] = []
  // Migrations hold an advisory lock, which a pooler in transaction mode would lose.
  if (DATABASE_URL && !DATABASE_URL_UNPOOLED && isPooler(DATABASE_URL))
    faults.push('DATABASE_URL_UNPOOLED: must be set together with a pooled DATABASE_URL')
  if (DATABASE_URL_UNPOOLED && !DATABASE_URL)
    faults.push('DATABASE_URL: must be set together with DATABASE_URL_UNPOOLED')
  if (DATABASE_URL_UNPOOLED && isPooler(DATABASE_URL_UNPOOLED))
    faults.push('DATABASE_URL_UNPOOLED: must lead straight to the database, not to a pooler')
  if (DATABASE_REPLICA_URLS.some(isPooler))
    faults.push('DATABASE_REPLICA_URLS: must lead straight to the replicas, not to a pooler')
  const addresses: [VariableName, string | undefined][] = [
    ['DATABASE_URL', DATABASE_URL],
    ['DATABASE_URL_UNPOOLED', DATABASE_URL_UNPOOLED],
    ...DATABASE_REPLICA_URLS.map((address): [VariableName, string] => ['DATABASE_REPLICA_URLS', address]),
  ]
  for (const [name, address] of addresses) {
    const fault = address && findTlsFault(address)
    if (fault) faults.push(`${name}: ${fault}`)
  }
  return faults
}

/** What a shop that strangers can reach must set, since a default there would be a danger. */
export function findMissingInPublic(given: Variables): string[] {
  const isPreview = given.VERCEL_ENV === 'preview'
  const mustHave: VariableName[] = ['DATABASE_URL', 'PAYLOAD_SECRET', 'CRON_SECRET']
  if (!isPreview) mustHave.push('NEXT_PUBLIC_APP_URL', 'EMAIL_HOST', 'EMAIL_FROM')
  const missing: string[] = mustHave.filter((name) => given[name] === undefined)
  const hasStorage = given.UPLOADTHING_TOKEN ?? given.UPLOADTHING_APP_ID ?? given.S3_BUCKET
  if (given.VERCEL) {
    if (!hasStorage) missing.push('UPLOADTHING_TOKEN (or S3_BUCKET)')
  } else if (!hasStorage && !given.MOLINI_DATA_DIR) {
    missing.push('MOLINI_DATA_DIR (or UPLOADTHING_TOKEN, or S3_BUCKET)')
  }
  return missing.map((name) => `${name}: must be set where others can reach the shop`)
}

const secrets: readonly VariableName[] = [
  'PAYLOAD_SECRET',
  'BETTER_AUTH_SECRET',
  'CRON_SECRET',
  'BACKUP_KEY',
  'BREVO_WEBHOOK_SECRET',
]

/** Over http, and not where only `isNear` is asked. */
const isInTheOpen = (address: unknown, isNear: (host: string) => boolean): boolean => {
  const url = typeof address === 'string' ? new URL(address) : undefined
  return url !== undefined && url.protocol !== 'https:' && !isNear(url.hostname.replace(/^\[(.*)\]$/, '$1'))
}

const isWeak = (value: unknown): boolean => typeof value === 'string' && isWeakSecret(value)

/** Faults of values that are well on a machine of one's own, and none for a shop that sells. */
const findUnsafeValues = (given: Variables): string[] => [
  ...secrets
    .filter((name) => isWeak(given[name]))
    .map((name) => `${name}: must be a secret by chance, such as openssl rand -hex 32 makes one`),
  // It is handed pictures and backups, and may stand beside the shop.
  ...(isInTheOpen(given.S3_ENDPOINT, isNearHost)
    ? [
        'S3_ENDPOINT: must start with https:// where others can reach the shop, unless it is on a private network',
      ]
    : []),
  // Whoever answers there says who somebody is.
  ...(isInTheOpen(given.GOOGLE_ISSUER, isLoopbackHost)
    ? [
        'GOOGLE_ISSUER: must start with https:// where others can reach the shop, unless it is on this machine',
      ]
    : []),
]

/** Faults of an address that others can reach which are not about something missing. `given` is as it was set, without aliases. */
export function findUnsafeInPublic(given: Variables, appUrl: URL, isProduction: boolean): string[] {
  const faults: string[] = []
  if (isProduction && appUrl.protocol !== 'https:' && !isLoopbackHost(appUrl.hostname))
    faults.push('NEXT_PUBLIC_APP_URL: must start with https:// where others can reach the shop')
  if (given.RATE_LIMITS === 'off')
    faults.push('RATE_LIMITS: may be off only while the public address is on this machine')
  if (isProduction) faults.push(...findUnsafeValues(given))
  return faults
}

import { resolve } from 'node:path'
import { isPooler, withVerifiedTls } from './database-url'
import { findContradictions, findMissingInPublic, findUnsafeInPublic, isLoopbackHost } from './rules'
import { unreadVariables, variableNames, variables, type VariableName, type Variables } from './schema'

/** Every fault of the environment at once, by variable name and never with a value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not usable. ${faults.join('. ')}.`)
  }
}

type Source = Readonly<Record<string, string | undefined>>
type Defaulted = 'NODE_ENV' | 'PORT' | 'NEXT_PUBLIC_APP_URL' | 'MOLINI_DATA_DIR' | 'RATE_LIMITS'
export type Environment = Omit<Variables, Defaulted> &
  Required<Pick<Variables, Defaulted>> & {
    /** Everything that may reach the shop comes from this machine. */
    isLoopback: boolean
    isProduction: boolean
    isBuilding: boolean
    /** Next.js is the only server: pages come through handlers, see `docs/pages.md`. */
    isOnPlatform: boolean
    /** `DATABASE_URL` is a pooler in transaction mode: a connection is the shop's for one transaction alone. */
    isPooled: boolean
    /** What is set and read by nothing. */
    unread: readonly VariableName[]
  }

/**
 * Reads `source` by the one schema: aliases resolved, defaults filled in, rules of a public production
 * address applied. Secrets and the database stay unset when they are: the launcher makes them.
 * Throws `EnvironmentError` with every fault.
 */
export function parseEnvironment(source: Source): Environment {
  const result = variables.safeParse(onlySet(source))
  if (!result.success) {
    throw new EnvironmentError(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const faults = findContradictions(result.data)
  const given = withAliases(result.data)
  const environment = withDefaults(given)
  const { isBuilding, isLoopback, isProduction } = environment
  if (!isBuilding && !isLoopback) {
    if (isProduction) faults.push(...findMissingInPublic(given))
    faults.push(...findUnsafeInPublic(result.data, new URL(environment.NEXT_PUBLIC_APP_URL), isProduction))
  }
  if (faults.length > 0) throw new EnvironmentError(faults)
  return environment
}

/** An empty value counts as unset, so that `.env.example` can be copied as it is. */
function onlySet(source: Source): Record<string, string> {
  const set: Record<string, string> = {}
  for (const name of variableNames) {
    const value = source[name]?.trim()
    if (value) set[name] = value
  }
  return set
}

function withAliases(given: Variables): Variables {
  return {
    ...given,
    PAYLOAD_SECRET: given.PAYLOAD_SECRET ?? given.BETTER_AUTH_SECRET,
    NEXT_PUBLIC_APP_URL: given.NEXT_PUBLIC_APP_URL ?? given.BETTER_AUTH_URL ?? previewUrl(given),
  }
}

function previewUrl(given: Variables): string | undefined {
  if (given.VERCEL_ENV !== 'preview') return undefined
  const host = given.VERCEL_BRANCH_URL ?? given.VERCEL_URL
  return host && `https://${host}`
}

function withDefaults(given: Variables): Environment {
  const port = given.PORT ?? 3000
  const appUrl = new URL(given.NEXT_PUBLIC_APP_URL ?? `http://localhost:${port}`)
  const nodeEnv = given.NODE_ENV ?? 'development'
  return {
    ...given,
    ...databases(given),
    NODE_ENV: nodeEnv,
    PORT: port,
    NEXT_PUBLIC_APP_URL: appUrl.origin,
    MOLINI_DATA_DIR: resolve(/* turbopackIgnore: true */ given.MOLINI_DATA_DIR ?? '.data'),
    RATE_LIMITS: given.RATE_LIMITS ?? 'on',
    // A platform shares its variables with previews, whose database may be a copy with the addresses of customers.
    EMAIL_HOST: given.VERCEL_ENV === 'preview' ? undefined : given.EMAIL_HOST,
    isLoopback: !given.VERCEL && isLoopbackHost(appUrl.hostname) && isLoopbackHost(given.HOST ?? 'localhost'),
    isProduction: nodeEnv === 'production',
    isBuilding: given.NEXT_PHASE === 'phase-production-build',
    isOnPlatform: Boolean(given.VERCEL) || given.PAGE_FRONT === 'platform',
    isPooled: given.DATABASE_URL !== undefined && isPooler(given.DATABASE_URL),
    unread: unreadVariables.filter((name) => given[name] !== undefined),
  }
}

const databases = ({ DATABASE_URL, DATABASE_URL_UNPOOLED, DATABASE_REPLICA_URLS }: Variables) => ({
  DATABASE_URL: DATABASE_URL && withVerifiedTls(DATABASE_URL),
  DATABASE_URL_UNPOOLED: DATABASE_URL_UNPOOLED && withVerifiedTls(DATABASE_URL_UNPOOLED),
  DATABASE_REPLICA_URLS: DATABASE_REPLICA_URLS?.map(withVerifiedTls),
})

import { isIP } from 'node:net'
import { z } from 'zod'

/** Variables that hold secrets must be hard to guess: 32 characters is 128 bits even in plain hex. */
const secret = z.string().min(32, 'must have at least 32 characters')
const word = z.string().regex(/^\S+$/, 'must not contain spaces')
const text = z.string()
const email = z.email('must be an e-mail address')
const webUrl = z
  .string()
  .refine(
    (value) => isUrlOf(value, ['http:', 'https:']),
    'must be an address that starts with http:// or https://',
  )
const postgresUrl = z
  .string()
  .refine(isDatabaseUrl, 'must look like postgres://user:password@host:5432/database')
const redisUrl = z
  .string()
  .refine((value) => isUrlOf(value, ['redis:', 'rediss:']), 'must start with redis:// or rediss://')
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number between 1 and 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, 'must be a port number between 1 and 65535')
/** As bytes. */
const size = z
  .string()
  .regex(/^[1-9]\d{0,5} ?[MGT]B$/, 'must be a size such as 512MB or 10GB')
  .transform((text) => parseInt(text, 10) * 1024 ** (2 + 'MGT'.indexOf(text.at(-2) ?? 'M')))
const flag = z.enum(['1', 'true'], 'must be 1 or true when it is set').transform(() => true)

function isUrlOf(value: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return protocols.includes(url.protocol) && url.hostname !== ''
}

/** Base64 of `{ apiKey, appId, regions }`. */
function isUploadThingToken(value: string): boolean {
  try {
    const { apiKey, appId, regions } = JSON.parse(atob(value)) as Record<string, unknown>
    return (
      typeof apiKey === 'string' && typeof appId === 'string' && Array.isArray(regions) && regions.length > 0
    )
  } catch {
    return false
  }
}

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 6 ? 128 : 32))
}

function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) return false
  return url.pathname.length > 1 && (url.hostname !== '' || url.searchParams.has('host'))
}

/** The variables an operator may set. `.env.example` lists the same names; a test keeps them in step. */
export const operatorVariables = {
  DATABASE_URL: postgresUrl,
  DATABASE_URL_UNPOOLED: postgresUrl,
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((list) => list.split(',').map((item) => item.trim()))
    .refine((list) => list.every(isDatabaseUrl), 'must be Postgres addresses, separated by commas'),
  DATABASE_SIZE_LIMIT: size,
  MOLINI_DATA_DIR: text,
  PAYLOAD_SECRET: secret,
  BETTER_AUTH_SECRET: secret,
  CRON_SECRET: secret,
  SEED_OWNER_EMAIL: email,
  SEED_OWNER_PASSWORD: z
    .string()
    .min(12, 'must have at least 12 characters')
    .max(128, 'must have at most 128 characters'),
  NEXT_PUBLIC_APP_URL: webUrl,
  BETTER_AUTH_URL: webUrl,
  PORT: port,
  HOST: word,
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (list) => list === 'none' || list.split(',').every((one) => isNetwork(one.trim())),
      'must be none, or addresses and networks such as 10.0.0.0/8, separated by commas',
    ),
  UPLOADTHING_TOKEN: word.refine(
    isUploadThingToken,
    'must be a token as the dashboard of UploadThing shows it',
  ),
  UPLOADTHING_SECRET: word,
  UPLOADTHING_APP_ID: word,
  UPLOADTHING_REGION: word,
  S3_BUCKET: word,
  S3_REGION: word,
  S3_ENDPOINT: webUrl,
  S3_ACCESS_KEY_ID: word,
  S3_SECRET_ACCESS_KEY: word,
  BACKUP_S3_BUCKET: word,
  BACKUP_KEY: secret,
  EMAIL_HOST: word,
  EMAIL_PORT: port,
  EMAIL_USER: text,
  EMAIL_PASS: text,
  EMAIL_FROM: email,
  EMAIL_FROM_NAME: text,
  ADMIN_EMAIL: email,
  BREVO_WEBHOOK_SECRET: secret,
  GOOGLE_CLIENT_ID: word,
  GOOGLE_CLIENT_SECRET: word,
  GOOGLE_ISSUER: webUrl,
  STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_\S+$/, 'must start with sk_ or rk_'),
  STRIPE_PUBLISHABLE_KEY: z.string().regex(/^pk_\S+$/, 'must start with pk_'),
  STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_\S+$/, 'must start with whsec_'),
  STRIPE_API_BASE: webUrl,
  ADDRESS_SEARCH_URL: webUrl.refine(
    (value) => !URL.canParse(value) || (new URL(value).password === '' && new URL(value).username === ''),
    'must not contain a name or a password',
  ),
  REDIS_URL: redisUrl,
  RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off'),
  PAGE_FRONT: z.enum(['on', 'off', 'platform'], 'must be on, off or platform'),
  PAGES_FROM: webUrl,
  SENTRY_DSN: webUrl,
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl,
}

/** Names that are kept for what a later release may bring. Nothing reads them: who sets one is told so at start. */
export const unreadVariables = ['REDIS_URL', 'SENTRY_DSN', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const

/** Set by Node, Next.js, Vercel, the CI and our own launcher, never by an operator. */
const platformVariables = {
  NODE_ENV: z.enum(['development', 'production', 'test'], 'must be development, production or test'),
  NEXT_PHASE: text,
  CI: text,
  VERCEL: text,
  VERCEL_ENV: z.enum(['production', 'preview', 'development'], 'must be production, preview or development'),
  VERCEL_URL: word,
  VERCEL_BRANCH_URL: word,
  VERCEL_AUTOMATION_BYPASS_SECRET: word,
  MOLINI_EMBEDDED: flag,
  MOLINI_PROOF: z.enum(['full', 'tenth'], 'must be full or tenth'),
  MOLINI_SEED: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number of at most nine digits')
    .transform(Number),
  UPLOADTHING_API_URL: webUrl,
  UPLOADTHING_INGEST_URL: webUrl,
  UPLOADTHING_UFS_HOST: word,
}

export const variables = z.object({ ...operatorVariables, ...platformVariables }).partial()
export type Variables = z.infer<typeof variables>
export type VariableName = keyof Variables

export const variableNames = Object.keys(variables.shape) as VariableName[]

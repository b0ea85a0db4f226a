import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Variables whose value nobody but the server may know. A test keeps the list whole. */
export const secretNames = [
  ...['DATABASE_URL', 'DATABASE_URL_UNPOOLED', 'DATABASE_REPLICA_URLS', 'REDIS_URL'],
  ...['PAYLOAD_SECRET', 'BETTER_AUTH_SECRET', 'CRON_SECRET', 'SEED_OWNER_PASSWORD', 'BACKUP_KEY'],
  ...['UPLOADTHING_TOKEN', 'UPLOADTHING_SECRET', 'S3_SECRET_ACCESS_KEY', 'EMAIL_PASS'],
  ...['BREVO_WEBHOOK_SECRET', 'GOOGLE_CLIENT_SECRET', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  'VERCEL_AUTOMATION_BYPASS_SECRET',
]

/** What is shorter stands in files by chance, such as the name of a program that somebody took for a password. */
const shortest = 12

const made = (before = '') => before + randomBytes(24).toString('hex')

/**
 * Values for the secrets that an environment lacks, whole groups of them: a build looks for what it was given, and one that
 * is given nothing would find nothing. They open nothing, and files go where they went.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Record<string, string>}
 */
export function sentinelsFor(environment) {
  const groups = [
    { DATABASE_URL: `postgres://build:${made()}@127.0.0.1:1/build` },
    { REDIS_URL: `redis://build:${made()}@127.0.0.1:1` },
    { PAYLOAD_SECRET: made() },
    { CRON_SECRET: made() },
    { BACKUP_KEY: made() },
    { SEED_OWNER_PASSWORD: made() },
    { BREVO_WEBHOOK_SECRET: made() },
    { EMAIL_USER: 'build', EMAIL_PASS: made() },
    { GOOGLE_CLIENT_ID: 'build', GOOGLE_CLIENT_SECRET: made() },
    {
      STRIPE_PUBLISHABLE_KEY: 'pk_test_build',
      STRIPE_SECRET_KEY: made('sk_test_'),
      STRIPE_WEBHOOK_SECRET: made('whsec_'),
    },
    { BACKUP_S3_BUCKET: 'build', S3_ACCESS_KEY_ID: 'build', S3_SECRET_ACCESS_KEY: made() },
  ]
  const isSet = (name) => Boolean(environment[name]?.trim())
  const taken = [
    ...(isSet('BETTER_AUTH_SECRET') ? ['PAYLOAD_SECRET'] : []),
    ...(isSet('DATABASE_URL_UNPOOLED') ? ['DATABASE_URL'] : []),
    ...(isSet('S3_BUCKET') ? ['BACKUP_S3_BUCKET'] : []),
  ]
  const isFree = (group) => Object.keys(group).every((name) => !isSet(name) && !taken.includes(name))
  return Object.assign({}, ...groups.filter(isFree))
}

/** Passwords of an address and the keys in a token count by themselves: that is how they would be used. */
function partsOf(value) {
  const addresses = value.split(',').filter((one) => URL.canParse(one.trim()))
  const passwords = addresses.map((one) => decodeURIComponent(new URL(one.trim()).password))
  try {
    const { apiKey } = JSON.parse(Buffer.from(value, 'base64').toString())
    return [value, ...passwords, ...(typeof apiKey === 'string' ? [apiKey] : [])]
  } catch {
    return [value, ...passwords]
  }
}

/** How a value may be written: as it is, in an address, in a string of JSON, in base64. */
const writtenAs = (value) => [
  ...[value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)],
  Buffer.from(value).toString('base64').replace(/=+$/, ''),
]

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

/** Every file that a build has made for browsers: scripts, styles and maps, pages drawn in advance, islands. */
const filesForBrowsers = ({ dist, published }) => [
  ...filesIn(join(dist, 'static')),
  ...['app', 'pages'].flatMap((one) =>
    filesIn(join(dist, 'server', one)).filter((file) => /\.(html|rsc|body|meta|txt|xml)$/.test(file)),
  ),
  ...published.flatMap(filesIn),
]

/**
 * Looks for the secrets of an environment in what a build has made for browsers. Answers with the names of those it looked
 * for, how many files it read, and what it found, by name and file and never with a value.
 * @param {{ dist: string, published?: string[], environment: Readonly<Record<string, string | undefined>> }} where folders
 */
export function secretsInBuild({ dist, published = [], environment }) {
  const names = secretNames.filter((name) => (environment[name]?.trim().length ?? 0) >= shortest)
  const wanted = names.map((name) => {
    const parts = partsOf(environment[name].trim()).filter((part) => part.length >= shortest)
    return { name, forms: [...new Set(parts.flatMap(writtenAs))] }
  })
  const files = filesForBrowsers({ dist, published })
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'latin1')
    return wanted
      .filter(({ forms }) => forms.some((form) => text.includes(Buffer.from(form).toString('latin1'))))
      .map(({ name }) => `${name} in ${relative(dist, file)}`)
  })
  return { names, files: files.length, found }
}

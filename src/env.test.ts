import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EnvironmentError, parseEnvironment, type Environment } from './env/parse'
import { operatorVariables, unreadVariables } from './env/schema'

const secret = createHash('sha256').update('the secret of no shop').digest('hex')
const ofTests = 'only-for-tests-and-never-for-a-shop'
/** Has the form of a live key and is none. */
const liveKey = (rest: string): string => ['sk', 'live', rest].join('_')
const uploadThingToken = btoa(JSON.stringify({ apiKey: liveKey('x'), appId: 'app', regions: ['sea1'] }))
const publicShop = {
  NODE_ENV: 'production',
  NEXT_PUBLIC_APP_URL: 'https://shop.example.com',
  DATABASE_URL: 'postgres://shop:pw@db.example.com/shop',
  PAYLOAD_SECRET: secret,
  CRON_SECRET: secret,
  EMAIL_HOST: 'smtp.example.com',
  EMAIL_FROM: 'shop@example.com',
  UPLOADTHING_TOKEN: uploadThingToken,
}
type Given = Record<string, string | undefined>

function faultsOf(given: Given): readonly string[] {
  try {
    parseEnvironment(given)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults
    throw error
  }
}

describe('accepted', () => {
  const accepted: [string, Given, Partial<Environment>][] = [
    ['nothing at all', {}, { PORT: 3000, NEXT_PUBLIC_APP_URL: 'http://localhost:3000', isLoopback: true }],
    ['nothing at all, in production', { NODE_ENV: 'production' }, { isProduction: true, isLoopback: true }],
    ['empty values as unset ones', { DATABASE_URL: '', PORT: ' ' }, { PORT: 3000 }],
    [
      'a map on this machine, in production',
      { NODE_ENV: 'production', ADDRESS_SEARCH_URL: 'http://127.0.0.1:2322' },
      { ADDRESS_SEARCH_URL: 'http://127.0.0.1:2322' },
    ],
    ['a port', { PORT: '4100' }, { PORT: 4100, NEXT_PUBLIC_APP_URL: 'http://localhost:4100' }],
    [
      'an address with a path, of which the origin counts',
      { BETTER_AUTH_URL: 'http://localhost:8/x' },
      { NEXT_PUBLIC_APP_URL: 'http://localhost:8' },
    ],
    ['the alias of the secret', { BETTER_AUTH_SECRET: secret }, { PAYLOAD_SECRET: secret }],
    [
      'secret and alias that agree',
      { BETTER_AUTH_SECRET: secret, PAYLOAD_SECRET: secret },
      { PAYLOAD_SECRET: secret },
    ],
    [
      'a database on a socket',
      { DATABASE_URL: 'postgres:///shop?host=/run/pg' },
      { DATABASE_URL: 'postgres:///shop?host=/run/pg' },
    ],
    [
      'two replicas',
      { DATABASE_REPLICA_URLS: 'postgres://a/s, postgres://b/s' },
      { DATABASE_REPLICA_URLS: ['postgres://a/s', 'postgres://b/s'] },
    ],
    ['a size', { DATABASE_SIZE_LIMIT: '512MB' }, { DATABASE_SIZE_LIMIT: 536_870_912 }],
    ['a large one', { DATABASE_SIZE_LIMIT: '3 TB' }, { DATABASE_SIZE_LIMIT: 3 * 1024 ** 4 }],
    [
      'a database beyond the private network, whose TLS goes without saying',
      { DATABASE_URL: 'postgres://u:p@db.example.com/s' },
      { DATABASE_URL: 'postgres://u:p@db.example.com/s?sslmode=verify-full', isPooled: false },
    ],
    [
      'an address of Neon as its console gives it, of which require means what it says',
      {
        DATABASE_URL: 'postgres://u:p@ep-1-pooler.eu.neon.tech/s?sslmode=require&channel_binding=require',
        DATABASE_URL_UNPOOLED: 'postgres://u:p@ep-1.eu.neon.tech/s?sslmode=require&sslrootcert=system',
      },
      {
        DATABASE_URL: 'postgres://u:p@ep-1-pooler.eu.neon.tech/s?sslmode=verify-full&channel_binding=require',
        DATABASE_URL_UNPOOLED: 'postgres://u:p@ep-1.eu.neon.tech/s?sslmode=verify-full',
        isPooled: true,
      },
    ],
    [
      'a pooler that is said to be one, on a private network without TLS',
      {
        DATABASE_URL: 'postgres://u:p@10.0.0.7:6432/s?pgbouncer=true',
        DATABASE_URL_UNPOOLED: 'postgres://u:p@db.shop.svc.cluster.local/s?sslmode=disable',
      },
      {
        DATABASE_URL: 'postgres://u:p@10.0.0.7:6432/s?pgbouncer=true',
        DATABASE_URL_UNPOOLED: 'postgres://u:p@db.shop.svc.cluster.local/s?sslmode=disable',
        isPooled: true,
      },
    ],
    ['a data directory', { MOLINI_DATA_DIR: '/srv/molini' }, { MOLINI_DATA_DIR: '/srv/molini' }],
    ['the default data directory', {}, { MOLINI_DATA_DIR: resolve('.data') }],
    ['a complete public shop', publicShop, { isProduction: true, isLoopback: false, RATE_LIMITS: 'on' }],
    [
      'a public shop with its files on disk',
      { ...publicShop, UPLOADTHING_TOKEN: '', MOLINI_DATA_DIR: '/srv' },
      { isLoopback: false },
    ],
    [
      'a public shop behind a proxy on this machine',
      { ...publicShop, HOST: '127.0.0.1' },
      { isLoopback: false },
    ],
    [
      'a preview, at its own address, with captured mail',
      {
        ...publicShop,
        VERCEL: '1',
        VERCEL_ENV: 'preview',
        VERCEL_URL: 'p-1.vercel.app',
        NEXT_PUBLIC_APP_URL: '',
        EMAIL_HOST: '',
        EMAIL_FROM: '',
      },
      { NEXT_PUBLIC_APP_URL: 'https://p-1.vercel.app' },
    ],
    [
      'a preview that shares the mail server of the shop, with captured mail all the same',
      { ...publicShop, VERCEL: '1', VERCEL_ENV: 'preview' },
      { EMAIL_HOST: undefined, EMAIL_FROM: 'shop@example.com' },
    ],
    [
      'the shop itself on the same platform, with mail that leaves',
      { ...publicShop, VERCEL: '1', VERCEL_ENV: 'production' },
      { EMAIL_HOST: 'smtp.example.com' },
    ],
    [
      'secrets of tests, and stores and issuers in the open, in production on this machine',
      {
        ...{ NODE_ENV: 'production', PAYLOAD_SECRET: ofTests, CRON_SECRET: 'x'.repeat(32) },
        ...{ GOOGLE_ISSUER: 'http://issuer.internal', GOOGLE_CLIENT_ID: 'i', GOOGLE_CLIENT_SECRET: 's' },
      },
      { PAYLOAD_SECRET: ofTests },
    ],
    [
      'a public shop whose store and issuer stand on its own machine, as in tests',
      { ...publicShop, S3_ENDPOINT: 'http://127.0.0.1:9000', GOOGLE_ISSUER: 'http://localhost:9001' },
      { S3_ENDPOINT: 'http://127.0.0.1:9000' },
    ],
    ...[
      ...['minio', 'minio.internal', 'minio.shop.svc', 'minio.shop.svc.cluster.local', 'nas.local'],
      ...['10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.5', '[fd00::1]'],
    ].map((host): [string, Given, Partial<Environment>] => [
      `a public shop whose store is on a private network at ${host}`,
      { ...publicShop, S3_ENDPOINT: `http://${host}:9000` },
      { S3_ENDPOINT: `http://${host}:9000` },
    ]),
    [
      'an address on the network in development, with the secrets of tests',
      { NEXT_PUBLIC_APP_URL: 'http://192.168.1.5:3000', PAYLOAD_SECRET: ofTests },
      { PAYLOAD_SECRET: ofTests },
    ],
    [
      'a build for a public address with the secrets of tests',
      { ...publicShop, NEXT_PHASE: 'phase-production-build', PAYLOAD_SECRET: ofTests },
      { isBuilding: true },
    ],
    [
      'limits switched off on this machine',
      { NODE_ENV: 'production', RATE_LIMITS: 'off' },
      { RATE_LIMITS: 'off' },
    ],
    [
      'a build for a public address with nothing else',
      {
        NODE_ENV: 'production',
        NEXT_PHASE: 'phase-production-build',
        NEXT_PUBLIC_APP_URL: 'https://shop.example.com',
      },
      { isBuilding: true },
    ],
    [
      'an address on the network in development',
      { NEXT_PUBLIC_APP_URL: 'http://192.168.1.5:3000' },
      { isLoopback: false },
    ],
    ['Google sign-in', { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 's' }, { GOOGLE_CLIENT_ID: 'id' }],
  ]
  test.each(accepted)('%s', (_, given, expected) => expect(parseEnvironment(given)).toMatchObject(expected))
})

describe('refused, naming the variable', () => {
  const refused: [string, Given, string[]][] = [
    ['a port that is a word', { PORT: 'http' }, ['PORT']],
    ['port 0', { PORT: '0' }, ['PORT']],
    ['port 70000', { PORT: '70000' }, ['PORT']],
    ['another database', { DATABASE_URL: 'mysql://a/b' }, ['DATABASE_URL']],
    ['a database without a name', { DATABASE_URL: 'postgres://host' }, ['DATABASE_URL']],
    ['words for a database', { DATABASE_URL: 'my database' }, ['DATABASE_URL']],
    ['a size without its unit', { DATABASE_SIZE_LIMIT: '500' }, ['DATABASE_SIZE_LIMIT']],
    ['no room at all', { DATABASE_SIZE_LIMIT: '0GB' }, ['DATABASE_SIZE_LIMIT']],
    ['one bad replica of two', { DATABASE_REPLICA_URLS: 'postgres://a/s,b' }, ['DATABASE_REPLICA_URLS']],
    ['an unpooled address alone', { DATABASE_URL_UNPOOLED: 'postgres://a/s' }, ['DATABASE_URL']],
    [
      'a pooled address alone',
      { DATABASE_URL: 'postgres://u:p@ep-1-pooler.eu.neon.tech/s' },
      ['DATABASE_URL_UNPOOLED'],
    ],
    [
      'a pooler for what cannot go through one',
      {
        DATABASE_URL: 'postgres://u:p@ep-1-pooler.eu.neon.tech/s',
        DATABASE_URL_UNPOOLED: 'postgres://u:p@ep-1-pooler.eu.neon.tech/s',
      },
      ['DATABASE_URL_UNPOOLED'],
    ],
    ...[
      'db.example.com/s?sslmode=disable',
      'db.example.com/s?ssl=false',
      'db.example.com/s?sslmode=prefer',
      '8.8.8.8/s?sslmode=disable',
      '172.32.0.1/s?ssl=0',
      'x/s?host=db.example.com&sslmode=disable',
      'db.example.com/s?sslmode=no-verify',
      'localhost/s?ssl=no-verify',
      '10.0.0.7/s?sslmode=require&uselibpqcompat=true',
    ].map((rest): [string, Given, string[]] => [
      `a database over TLS that anybody could speak, or none: ${rest}`,
      { DATABASE_URL: `postgres://u:p@${rest}` },
      ['DATABASE_URL'],
    ]),
    [
      'a replica without TLS',
      { DATABASE_REPLICA_URLS: 'postgres://10.0.0.8/s,postgres://db.example.com/s?sslmode=disable' },
      ['DATABASE_REPLICA_URLS'],
    ],
    [
      'a map over a network in the open, in production',
      { NODE_ENV: 'production', ADDRESS_SEARCH_URL: 'http://photon.internal:2322' },
      ['ADDRESS_SEARCH_URL'],
    ],
    [
      'a map with a password in its address',
      { ADDRESS_SEARCH_URL: 'https://me:hunter2@photon.example.com' },
      ['ADDRESS_SEARCH_URL'],
    ],
    ['a map without a scheme', { ADDRESS_SEARCH_URL: 'photon.example.com' }, ['ADDRESS_SEARCH_URL']],
    ['a short secret', { PAYLOAD_SECRET: 'short' }, ['PAYLOAD_SECRET']],
    ['a short cron secret', { CRON_SECRET: 'short' }, ['CRON_SECRET']],
    [
      'secret and alias that differ',
      { PAYLOAD_SECRET: secret, BETTER_AUTH_SECRET: `${secret}!` },
      ['BETTER_AUTH_SECRET'],
    ],
    [
      'address and alias that differ',
      { NEXT_PUBLIC_APP_URL: 'http://localhost:1', BETTER_AUTH_URL: 'http://localhost:2' },
      ['BETTER_AUTH_URL'],
    ],
    ['an address without its scheme', { NEXT_PUBLIC_APP_URL: 'shop.example.com' }, ['NEXT_PUBLIC_APP_URL']],
    ['a malformed e-mail address', { ADMIN_EMAIL: 'me' }, ['ADMIN_EMAIL']],
    ['a weak password for the owner', { SEED_OWNER_PASSWORD: 'owner' }, ['SEED_OWNER_PASSWORD']],
    ['half of UploadThing', { UPLOADTHING_SECRET: 's' }, ['UPLOADTHING_APP_ID']],
    ['a token that is none', { UPLOADTHING_TOKEN: liveKey('hunter2') }, ['UPLOADTHING_TOKEN']],
    [
      'a token without regions',
      { UPLOADTHING_TOKEN: btoa('{"apiKey":"a","appId":"b","regions":[]}') },
      ['UPLOADTHING_TOKEN'],
    ],
    ['half of the keys of S3', { S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'a' }, ['S3_SECRET_ACCESS_KEY']],
    ['a bucket without keys', { BACKUP_S3_BUCKET: 'b' }, ['S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY']],
    [
      'keys without a bucket',
      { S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 's' },
      ['S3_BUCKET or BACKUP_S3_BUCKET'],
    ],
    ['half of Google', { GOOGLE_CLIENT_SECRET: 's' }, ['GOOGLE_CLIENT_ID']],
    ['a third of Stripe', { STRIPE_SECRET_KEY: 'sk_1' }, ['STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET']],
    [
      'Stripe keys in the wrong places',
      { STRIPE_SECRET_KEY: 'pk_1', STRIPE_PUBLISHABLE_KEY: 'sk_1' },
      ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY'],
    ],
    [
      'a stand-in for Stripe that is not on this machine',
      { STRIPE_API_BASE: 'https://stripe.example.com' },
      ['STRIPE_API_BASE'],
    ],
    [
      'payments for real in a preview',
      {
        VERCEL_ENV: 'preview',
        STRIPE_SECRET_KEY: liveKey('1'),
        STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
        STRIPE_WEBHOOK_SECRET: 'whsec_1',
      },
      ['STRIPE_SECRET_KEY'],
    ],
    ['mail without a sender', { EMAIL_HOST: 'smtp.example.com' }, ['EMAIL_FROM']],
    ['a switch that is neither on nor off', { RATE_LIMITS: 'maybe' }, ['RATE_LIMITS']],
    ['an unknown environment', { NODE_ENV: 'staging' }, ['NODE_ENV']],
    [
      'several faults at once',
      { PORT: 'x', REDIS_URL: 'x', SENTRY_DSN: 'x' },
      ['PORT', 'REDIS_URL', 'SENTRY_DSN'],
    ],
    [
      'a public shop on defaults',
      { NODE_ENV: 'production', NEXT_PUBLIC_APP_URL: 'https://shop.example.com' },
      [
        'DATABASE_URL',
        'PAYLOAD_SECRET',
        'CRON_SECRET',
        'EMAIL_HOST',
        'EMAIL_FROM',
        'MOLINI_DATA_DIR (or UPLOADTHING_TOKEN, or S3_BUCKET)',
      ],
    ],
    [
      'a shop that listens on every address, on defaults',
      { NODE_ENV: 'production', HOST: '0.0.0.0' },
      [
        'DATABASE_URL',
        'PAYLOAD_SECRET',
        'CRON_SECRET',
        'NEXT_PUBLIC_APP_URL',
        'EMAIL_HOST',
        'EMAIL_FROM',
        'MOLINI_DATA_DIR (or UPLOADTHING_TOKEN, or S3_BUCKET)',
      ],
    ],
    [
      'a public shop without encryption',
      { ...publicShop, NEXT_PUBLIC_APP_URL: 'http://shop.example.com' },
      ['NEXT_PUBLIC_APP_URL'],
    ],
    ...['PAYLOAD_SECRET', 'CRON_SECRET', 'BACKUP_KEY', 'BREVO_WEBHOOK_SECRET'].flatMap(
      (name): [string, Given, string[]][] => [
        [`a public shop with one letter for ${name}`, { ...publicShop, [name]: 'x'.repeat(40) }, [name]],
        [`a public shop with what tests have for ${name}`, { ...publicShop, [name]: ofTests }, [name]],
      ],
    ),
    [
      'a public shop with a weak alias',
      { ...publicShop, PAYLOAD_SECRET: '', BETTER_AUTH_SECRET: 'changeme'.repeat(4) },
      ['BETTER_AUTH_SECRET'],
    ],
    [
      'a preview with the secrets of tests',
      { ...publicShop, VERCEL: '1', VERCEL_ENV: 'preview', PAYLOAD_SECRET: ofTests },
      ['PAYLOAD_SECRET'],
    ],
    [
      'a public shop that listens on every address, with the secrets of tests',
      { ...publicShop, NEXT_PUBLIC_APP_URL: 'http://localhost:3000', HOST: '0.0.0.0', CRON_SECRET: ofTests },
      ['CRON_SECRET'],
    ],
    [
      'a public shop whose store is spoken to in the open',
      { ...publicShop, S3_ENDPOINT: 'http://minio.example.com:9000' },
      ['S3_ENDPOINT'],
    ],
    [
      'a public shop that believes an issuer in the open',
      { ...publicShop, GOOGLE_ISSUER: 'http://issuer.example.com' },
      ['GOOGLE_ISSUER'],
    ],
    ...['172.15.0.1', '172.32.0.1', '11.0.0.1', '192.169.0.1', '[2001:db8::1]', '10.example.com'].map(
      (host): [string, Given, string[]] => [
        `a public shop with a store in the open at ${host}`,
        { ...publicShop, S3_ENDPOINT: `http://${host}:9000` },
        ['S3_ENDPOINT'],
      ],
    ),
    [
      'a public shop that believes an issuer in the open on a private network',
      { ...publicShop, GOOGLE_ISSUER: 'http://issuer' },
      ['GOOGLE_ISSUER'],
    ],
    ['a public shop without limits', { ...publicShop, RATE_LIMITS: 'off' }, ['RATE_LIMITS']],
    [
      'an address on the network without limits, in development too',
      { NEXT_PUBLIC_APP_URL: 'http://192.168.1.5:3000', RATE_LIMITS: 'off' },
      ['RATE_LIMITS'],
    ],
    [
      'files on the disk of a function',
      { ...publicShop, VERCEL: '1', UPLOADTHING_TOKEN: '', MOLINI_DATA_DIR: '/tmp' },
      ['UPLOADTHING_TOKEN (or S3_BUCKET)'],
    ],
  ]
  test.each(refused)('%s', (_, given, names) =>
    expect(faultsOf(given).map((fault) => fault.split(':')[0])).toEqual(names),
  )
})

test('a fault never shows the value', () => {
  const faults = faultsOf({
    PAYLOAD_SECRET: 'hunter2',
    DATABASE_URL: 'hunter2',
    STRIPE_SECRET_KEY: 'hunter2',
  })
  expect(faults).toHaveLength(3)
  expect(faults.join()).not.toContain('hunter2')
})

test('a fault of a public shop never shows the value either', () => {
  const faults = faultsOf({
    ...publicShop,
    ...{ PAYLOAD_SECRET: ofTests, CRON_SECRET: 'hunter2'.repeat(5), BACKUP_KEY: 'hunter2'.repeat(6) },
    ...{ S3_ENDPOINT: 'http://hunter2.example', GOOGLE_ISSUER: 'http://hunter2.example' },
  })
  expect(faults).toHaveLength(5)
  expect(faults.join()).not.toMatch(/hunter2|only-for-tests/)
})

test('docs/configuration.md has a row for each variable, in the order of the schema', () => {
  const rows = readFileSync('docs/configuration.md', 'utf8').match(/^\| `([A-Z0-9_]+)`/gm) ?? []
  const names = rows.map((row) => row.slice(3, -1))
  const inOrder = (list: readonly string[]) => list.filter((name) => name !== 'BETTER_AUTH_SECRET')
  expect(inOrder(names)).toEqual(inOrder(Object.keys(operatorVariables)))
  expect(names).toContain('BETTER_AUTH_SECRET')
})

test('.env.example lists the variables of the schema, in its order', () => {
  const listed = readFileSync('.env.example', 'utf8').match(/^[A-Z][A-Z0-9_]*(?==)/gm)
  expect(listed).toEqual(Object.keys(operatorVariables))
})

/** All that runs in a shop: neither tests nor what is for them alone, nor what names variables and reads none. */
function codeOfTheShop(): string {
  const isOfTests =
    /\.(?:test|int\.test|proof|e2e)\.|\/(?:testing|e2e|bench)\/|(?:env\/schema\.ts|secrets-in-build\.mjs)$/
  const files = ['src', 'collections'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  return [
    ...files.filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !isOfTests.test(file)),
    'payload.config.ts',
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

test('every variable is read by the shop, but for those that a start says are not', () => {
  const words = new Set(codeOfTheShop().match(/\b[A-Z][A-Z0-9_]+\b/g))
  const unread = Object.keys(operatorVariables).filter((name) => !words.has(name))
  expect(unread).toEqual([...unreadVariables])
  const given = Object.fromEntries(unreadVariables.map((name) => [name, '']))
  expect(parseEnvironment(given).unread).toEqual([])
  expect(parseEnvironment({ ...given, REDIS_URL: 'redis://cache/0' }).unread).toEqual(['REDIS_URL'])
})

test('.env.example can be used as it is', () => {
  const lines = readFileSync('.env.example', 'utf8').match(/^[A-Z][A-Z0-9_]*=.*/gm) ?? []
  const given = Object.fromEntries(lines.map((line) => line.split('=')))
  expect(parseEnvironment(given)).toMatchObject({ PORT: 3000, isLoopback: true })
})

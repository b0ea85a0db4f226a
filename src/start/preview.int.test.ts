import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startS3Double, type S3Double } from '../ops/storage/testing/s3-double'
import { bundleHelper } from './bundle-helper.mjs'
import { inCheckout } from './checkout.mjs'
import { canEnter, databaseAccount } from './postgres/account.mjs'
import { createDatabase } from './testing/database'

/** Root may write everywhere: it lends the boot an ordinary user. */
const account = databaseAccount()
let [s3, url]: [S3Double, string] = [] as never

beforeAll(async () => {
  s3 = await startS3Double()
  url = await createDatabase(inject('clusterUrl'), 'preview')
})
afterAll(() => s3.stop())

const secret = randomBytes(24).toString('hex')
const preview = () => ({
  VERCEL: '1',
  VERCEL_ENV: 'preview',
  VERCEL_URL: 'molini-git-tan-laces.vercel.app',
  NODE_ENV: 'production',
  NEXT_PUBLIC_APP_URL: '',
  DATABASE_URL: url,
  PAYLOAD_SECRET: secret,
  CRON_SECRET: secret,
  // Of the shop, shared with its previews.
  EMAIL_HOST: 'smtp.shop.invalid',
  EMAIL_FROM: 'shop@shop.example',
  // Of root, as the checkout is.
  MOLINI_DATA_DIR: '/usr/share/molini',
})
const bucket = () => ({
  S3_BUCKET: s3.settings.bucket,
  S3_ENDPOINT: s3.settings.endpoint,
  S3_REGION: s3.settings.region,
  S3_ACCESS_KEY_ID: s3.settings.accessKeyId,
  S3_SECRET_ACCESS_KEY: s3.settings.secretAccessKey,
})

async function boot(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const path = await bundleHelper('src/start/testing/boot-preview.ts')
  const child = spawn(process.execPath, [path], {
    cwd: inCheckout(),
    env: { ...process.env, HOME: '/nonexistent', TMPDIR: '/tmp', ...environment },
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })))
}

test('an ordinary user can read the checkout, and this test says something', () =>
  expect(canEnter(inCheckout(), account)).toBe(true))

test('a preview boots where nothing can be written: sign-in from its own address alone, pictures in the store, mail captured, no search engine', async () => {
  const { code, output } = await boot({ ...preview(), ...bucket() })
  expect(code, output).toBe(0)
  const seen: unknown = JSON.parse(/^SEEN (.*)$/m.exec(output)?.[1] ?? 'null')
  expect(seen).toEqual({
    origin: 'https://molini-git-tan-laces.vercel.app',
    login: 200,
    ownPage: true,
    foreignPage: false,
    upload: 201,
    picture: 200,
    robots: 'User-agent: *\nDisallow: /\n',
    mails: ['captured'],
    mayWriteHere: account !== undefined ? false : expect.any(Boolean),
  })
  expect([...s3.files.keys()]).toEqual([expect.stringMatching(/^media\/[0-9a-f-]{36}\.webp$/)])
}, 120_000)

test('without a store it is refused, and the variable is named', async () => {
  const { code, output } = await boot(preview())
  expect(code).toBe(1)
  expect(output).toContain('UPLOADTHING_TOKEN (or S3_BUCKET): must be set')
  expect(output).not.toContain(secret)
}, 120_000)

test('on a machine of one’s own a folder that cannot be written is refused in words', async () => {
  const own = {
    ...preview(),
    VERCEL: '',
    VERCEL_ENV: '',
    VERCEL_URL: '',
    NEXT_PUBLIC_APP_URL: 'http://localhost:3000',
  }
  const { code, output } = await boot(own)
  expect(code).toBe(1)
  expect(output).toContain('this user may not write into MOLINI_DATA_DIR')
}, 120_000)

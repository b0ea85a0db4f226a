import { rmSync } from 'node:fs'
import sharp from 'sharp'
import { startStripeDouble } from '../../services/payments/testing/stripe-double'
import { startIssuer } from '../../services/testing/issuer-double'
import { databaseAccount } from '../../start/postgres/account.mjs'
import { findBinaries } from '../../start/postgres/binaries.mjs'
import { openCluster } from '../../start/postgres/cluster.mjs'
import { quickFolder } from '../../start/testing/quick-folder.mjs'
import { fillFolder, startShop } from '../../start/testing/shop.mjs'
import { startFilledBucket } from '../filled-bucket'
import { httpClient } from '../http-client'
import { startMailServer } from '../mail-server'
import { sessionAt } from '../staff-session'
import { stockRoom } from '../stock-room'
import { openDoor, type Door } from './door'
import type { Ground } from './flows'

export const services = ['database', 'payment', 'mail', 'storage', 'sign-in'] as const
export type Service = (typeof services)[number]

const portOf = (url: string): number => Number(new URL(url).port)
/** The same address by way of the door; a database that is near would be reached by its socket. */
function through(url: string, { port }: Door): string {
  const address = new URL(url)
  address.searchParams.delete('host')
  address.port = String(port)
  return address.href
}

/** A shop with the demo catalogue, each service that it needs behind a door of its own. */
export async function openGround(dataRoot: string) {
  const dataDir = quickFolder('molini-resilience-')
  await fillFolder(dataRoot, dataDir, 'seeded')
  const account = databaseAccount()
  const [cluster, bucket, stripe, mail] = await Promise.all([
    openCluster({
      ...{ base: dataDir, account, binaries: findBinaries(account) },
      ...{ isThrowaway: true, extra: { fsync: 'off' } },
    }),
    startFilledBucket(dataDir),
    startStripeDouble(),
    startMailServer(),
  ])
  const database = cluster.urlOf('molini')
  const signIn = await openDoor(() => issuer.port)
  const issuer = await startIssuer({ at: `http://127.0.0.1:${signIn.port}` })
  const doors: Record<Service, Door> = {
    database: await openDoor(() => portOf(database)),
    payment: await openDoor(() => portOf(stripe.url)),
    mail: await openDoor(() => mail.port),
    storage: await openDoor(() => portOf(bucket.url)),
    'sign-in': signIn,
  }
  const { settings } = bucket
  const cronSecret = 'only-for-tests-and-never-for-a-shop'
  const environment = {
    CRON_SECRET: cronSecret,
    DATABASE_URL: through(database, doors.database),
    S3_BUCKET: settings.bucket,
    S3_REGION: settings.region,
    S3_ENDPOINT: through(settings.endpoint, doors.storage),
    S3_ACCESS_KEY_ID: settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
    EMAIL_HOST: '127.0.0.1',
    EMAIL_PORT: String(doors.mail.port),
    EMAIL_FROM: 'shop@molini.example',
    ...stripe.environment,
    STRIPE_API_BASE: through(stripe.url, doors.payment),
    ...issuer.environment,
  }
  const shop = await startShop({ dataDir, environment })
  stripe.setWebhookUrl(`${shop.url}/api/store/payments/stripe/webhook`)
  const room = await stockRoom(database)
  const [variant = ''] = await room.variants(1)
  await room.deliver([variant], 10_000)
  const shopper = { email: 'ada@example.org', password: 'nine quiet herons at dawn' }
  await fetch(`${shop.url}/api/store/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.url },
    body: JSON.stringify({ ...shopper, firstName: 'Ada' }),
  })
  const pictures = await room.one<{ id: string }>('SELECT id FROM media ORDER BY id LIMIT 200')
  const ground: Ground = {
    url: shop.url,
    client: httpClient(shop.url, 32),
    variant,
    pictures: pictures.map(({ id }) => `/media/${id}/320.webp`),
    shopper,
    provider: `http://127.0.0.1:${issuer.port}`,
    cookie: await sessionAt(shop.url),
    cronSecret,
    drawing: new Uint8Array(
      await sharp({ create: { width: 64, height: 64, channels: 3, background: '#b5651d' } })
        .png()
        .toBuffer(),
    ),
  }
  return {
    ground,
    doors,
    room,
    stripe,
    mail,
    close: async () => {
      await room.close()
      await shop.stop()
      await Promise.all([
        cluster.stop(),
        ...Object.values(doors).map((door) => door.close()),
        bucket.stop(),
        stripe.stop(),
        mail.stop(),
        issuer.stop(),
      ])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

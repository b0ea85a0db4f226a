import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { anyFree } from '../../start/ports.mjs'
import { databaseAccount } from '../../start/postgres/account.mjs'
import { findBinaries } from '../../start/postgres/binaries.mjs'
import { openCluster } from '../../start/postgres/cluster.mjs'
import { quickFolder } from '../../start/testing/quick-folder.mjs'
import { fillFolder, startShop } from '../../start/testing/shop.mjs'
import { openStandby } from '../../start/testing/standby.mjs'
import { appProcesses } from '../app-processes'
import { startFilledBucket } from '../filled-bucket'
import { startMailServer } from '../mail-server'
import { sessionAt } from '../staff-session'
import { stockRoom } from '../stock-room'
import { startBalancer } from './balancer'

type Cluster = Awaited<ReturnType<typeof openCluster>>
const secret = 'only-for-tests-and-never-for-a-shop'
/** The disk need not be waited for: what is killed is processes, not the machine. */
const settings = { fsync: 'off', max_connections: 150 }

/** A part that can be killed, and brought back. */
export interface Part {
  name: string
  kill: () => Promise<void>
  bringBack: () => Promise<void>
}

function killServer(base: string): void {
  const [pid] = readFileSync(join(base, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** Primary and replica of the shop whose files are in the folder. */
async function openDatabases(base: string) {
  const account = databaseAccount()
  const common = { account, binaries: findBinaries(account), isThrowaway: true, extra: settings }
  const primary = await openCluster({ base, ...common })
  const beside = join(base, 'standby')
  const { port, username, password } = new URL(primary.urlOf('molini'))
  const follow = `host=127.0.0.1 port=${port} user=${username} password=${password}`
  let standby: Cluster | undefined
  return {
    primary,
    async openStandby() {
      standby = await openStandby({ base: beside, of: base, cluster: primary, ...common })
      return standby
    },
    parts: [
      {
        name: 'the primary',
        kill: async () => killServer(base),
        bringBack: async () => void (await openCluster({ base, ...common })),
      },
      {
        name: 'the replica',
        kill: async () => killServer(beside),
        bringBack: async () =>
          void (standby = await openCluster({
            base: beside,
            ...common,
            extra: { ...settings, primary_conninfo: follow },
          })),
      },
    ] satisfies Part[],
    close: async () => {
      await standby?.stop()
      await primary.stop()
    },
  }
}

/** Three processes of the shop, each with its jobs, on a primary and a replica, behind a balancer. */
export async function openSeveral(dataRoot: string) {
  const base = quickFolder('molini-several-')
  await fillFolder(dataRoot, base, 'seeded')
  const [bucket, mail, databases] = await Promise.all([
    startFilledBucket(base),
    startMailServer(),
    openDatabases(base),
  ])
  const shopUrl = databases.primary.urlOf('molini')
  const ports = [await anyFree(), await anyFree(), await anyFree()]
  const publicPort = await anyFree()
  const url = `http://127.0.0.1:${publicPort}`
  const common = {
    DATABASE_URL: shopUrl,
    PAYLOAD_SECRET: secret,
    CRON_SECRET: secret,
    NEXT_PUBLIC_APP_URL: url,
    RATE_LIMITS: 'on',
    TRUSTED_PROXIES: '127.0.0.1',
    S3_BUCKET: bucket.settings.bucket,
    S3_REGION: bucket.settings.region,
    S3_ENDPOINT: bucket.settings.endpoint,
    S3_ACCESS_KEY_ID: bucket.settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: bucket.settings.secretAccessKey,
    EMAIL_HOST: '127.0.0.1',
    EMAIL_PORT: String(mail.port),
    EMAIL_FROM: 'shop@molini.example',
  }
  const standby = await databases.openStandby()
  const environment = { ...common, DATABASE_REPLICA_URLS: standby.urlOf('molini') }
  const start = (index: number) =>
    startShop({
      dataDir: join(base, `shop-${index}`),
      environment: { ...environment, PORT: String(ports[index]) },
    })
  // One after the other: what a first start has to do is left to one.
  const shops = [await start(0), await start(1), await start(2)]
  const balancer = await startBalancer(publicPort, ports)
  const room = await stockRoom(shopUrl)
  const shopParts = shops.map((_, index): Part => ({
    name: `process ${index + 1}`,
    kill: async () => {
      const pids = appProcesses(shops[index]?.pid ?? 0)
      execFileSync('kill', ['-9', ...pids.map(String)])
    },
    bringBack: async () => {
      shops[index] = await start(index)
    },
  }))
  return {
    url,
    /** The processes themselves, past the balancer. */
    each: ports.map((port) => `http://127.0.0.1:${port}`),
    parts: [
      ...shopParts,
      ...databases.parts,
      { name: 'the balancer', kill: balancer.kill, bringBack: balancer.open },
    ],
    room,
    mail,
    cookie: await sessionAt(url),
    standbyUrl: standby.urlOf('molini'),
    close: async () => {
      await room.close()
      await balancer.close()
      await Promise.all(shops.map((shop) => shop.stop()))
      await databases.close()
      await Promise.all([bucket.stop(), mail.stop()])
      rmSync(base, { recursive: true, force: true })
    },
  }
}

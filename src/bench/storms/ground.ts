import { readFileSync, rmSync } from 'node:fs'
import { databaseAccount } from '../../start/postgres/account.mjs'
import { findBinaries } from '../../start/postgres/binaries.mjs'
import { openCluster } from '../../start/postgres/cluster.mjs'
import { withClient } from '../../start/testing/database'
import { quickFolder } from '../../start/testing/quick-folder.mjs'
import { fillFolder, startShop } from '../../start/testing/shop.mjs'
import { appProcesses } from '../app-processes'
import { stockRoom } from '../stock-room'

/** A shop with the demo catalogue on a database of its own, which can be stopped and started under it. */
export async function openStormGround(dataRoot: string) {
  const base = quickFolder('molini-storms-')
  await fillFolder(dataRoot, base)
  const account = databaseAccount()
  const how = {
    base,
    account,
    binaries: findBinaries(account),
    isThrowaway: true,
    extra: { fsync: 'off', max_connections: 150 },
  }
  let cluster = await openCluster(how)
  const admin = cluster.urlOf('postgres')
  const databaseUrl = cluster.urlOf('molini')
  const shop = await startShop({ dataDir: base, environment: { DATABASE_URL: databaseUrl } })
  const room = await stockRoom(databaseUrl)
  return {
    url: shop.url,
    room,
    processes: () => appProcesses(shop.pid ?? 0).sort(),
    pid: shop.pid ?? 0,
    stopDatabase: () => cluster.stop(),
    startDatabase: async () => void (cluster = await openCluster(how)),
    /** As a failover does: every connection ends, the server stays. */
    endConnections: () =>
      withClient(admin, (client) =>
        client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'molini'`),
      ),
    close: async () => {
      await room.close()
      await shop.stop()
      await cluster.stop()
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** Resident memory of all processes of the shop together, in MB. */
export const memoryOf = (pids: readonly number[]): number =>
  pids.reduce(
    (sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
    0,
  ) / 1024

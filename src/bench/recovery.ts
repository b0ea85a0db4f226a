import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inCheckout } from '../start/checkout.mjs'
import { fillShop, startShop } from '../start/testing/shop.mjs'
import { stockRoom } from './stock-room'

/**
 * `npm run bench -- --recovery [--products 100000]`: a shop of about a gigabyte is saved while it runs, proved, and brought back on a
 * machine that has nothing but the backup. Exits non-zero where that takes too long.
 */
const products = 100_000
/** Half an hour for ten gigabytes. */
const secondsPerGigabyte = 180
const gigabyte = 1024 ** 3
export const key = 'a-key-of-backups-for-a-bench-alone-ok'

/** A command of the launcher on a data directory, with the database given or else its own; the seconds it took. */
export async function timed(
  [name, ...rest]: readonly string[],
  dataDir: string,
  databaseUrl = '',
): Promise<number> {
  const began = performance.now()
  const own = [
    'NODE_ENV=production',
    `MOLINI_DATA_DIR=${dataDir}`,
    `BACKUP_KEY=${key}`,
    `DATABASE_URL=${databaseUrl}`,
  ]
  const command = [process.execPath, inCheckout('src/start/launch.mjs'), name ?? '', ...rest]
  const child = spawn('env', [...own, ...command], {
    cwd: inCheckout(),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`npm run ${name} ended with ${String(code)}`)
  return (performance.now() - began) / 1000
}

interface Shop {
  bytes: number
  variants: number
  orders: number
}

async function lookAt(databaseUrl: string): Promise<Shop> {
  const room = await stockRoom(databaseUrl)
  try {
    const [shop] = await room.one<Shop>(
      `SELECT pg_database_size(current_database())::float8 AS bytes, (SELECT count(*)::int FROM variants) AS variants,
        (SELECT count(*)::int FROM orders) AS orders`,
    )
    if (!shop) throw new Error('There is no shop')
    return shop
  } finally {
    await room.close()
  }
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)

async function save(dataDir: string): Promise<{ shop: Shop; saving: number }> {
  const running = await startShop({ dataDir })
  try {
    const shop = await lookAt(running.databaseUrl)
    return { shop, saving: await timed(['backup'], dataDir, running.databaseUrl) }
  } finally {
    await running.stop()
  }
}

async function bringBack(dataDir: string): Promise<{ shop: Shop; restoring: number }> {
  const restoring = await timed(['restore', '--at', '2099-01-01T00:00Z'], dataDir)
  const running = await startShop({ dataDir })
  try {
    return { shop: await lookAt(running.databaseUrl), restoring }
  } finally {
    await running.stop()
  }
}

export async function benchRecovery(argv: readonly string[]): Promise<void> {
  const at = argv.indexOf('--products')
  const [from, to] = ['from', 'to'].map((name) => mkdtempSync(join(tmpdir(), `molini-recovery-${name}-`)))
  if (!from || !to) throw new Error('There is no place for it')
  try {
    await fillShop(from, { products: at < 0 ? products : Number(argv[at + 1]) })
    const { shop: before, saving } = await save(from)
    cpSync(join(from, 'backups'), join(to, 'backups'), { recursive: true })
    const { shop: after, restoring } = await bringBack(to)
    const [size, packed] = [before.bytes / gigabyte, bytesIn(join(to, 'backups')) / gigabyte]
    console.log(
      `${size.toFixed(2)} GB, ${before.variants} sizes: saved (${packed.toFixed(2)} GB with its pictures) and proved in ${saving.toFixed(0)} s while it ran, brought back in ${restoring.toFixed(0)} s, ${(restoring / size).toFixed(0)} s a GB (at most ${secondsPerGigabyte}).`,
    )
    const isWhole = after.variants === before.variants && after.orders === before.orders
    if (!isWhole) console.log(`What came back is another shop: ${JSON.stringify({ before, after })}`)
    if (!isWhole || restoring / size > secondsPerGigabyte) process.exitCode = 1
  } finally {
    for (const folder of [from, to]) rmSync(folder, { recursive: true, force: true })
  }
}

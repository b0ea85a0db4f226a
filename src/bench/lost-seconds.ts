import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startShop } from '../start/testing/shop.mjs'
import { key, timed } from './recovery'
import { stockRoom } from './stock-room'

/**
 * `npm run bench -- --loss`: a shop on a machine of its own writes something each second. At the worst moment, just before
 * the next piece of its log would have been brought away, its server is killed and its data folder is gone; from what was brought away the
 * shop is made anew, and what is not in it was lost. Exits non-zero when that is more than five minutes.
 */
const most = 300
/** Seconds before the next piece is due. */
const margin = 3
const patience = 20 * 60
const broughtAway = ['backups', 'points', 'owner']

type Room = Awaited<ReturnType<typeof stockRoom>>

const filesBelow = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    return []
  }
}
const piecesOf = (dataDir: string): number =>
  filesBelow(join(dataDir, 'points')).filter((name) => /log\/[0-9A-F]{24}$/.test(name)).length
const hasCopy = (dataDir: string): boolean =>
  filesBelow(join(dataDir, 'points')).some((name) => name.endsWith('.manifest'))

const write = (room: Room, second: number) =>
  room.one(`INSERT INTO shop_marks (name, value) VALUES ('second ${second}', '{}')`)

/** Writes each second until the next piece is about due; gives back the last second of which the shop was told that it is kept. */
async function writeUntilWorst(room: Room, dataDir: string): Promise<number> {
  const began = performance.now()
  const seconds = () => Math.floor((performance.now() - began) / 1000)
  const arrivals: number[] = []
  let seen = piecesOf(dataDir)
  for (let second = 0; second < patience; second = seconds()) {
    await write(room, second)
    const now = piecesOf(dataDir)
    if (now > seen && hasCopy(dataDir)) arrivals.push(second)
    seen = now
    const [last = 0, before = 0] = arrivals.slice(-2).reverse()
    if (arrivals.length > 2 && second - last >= last - before - margin) return second
    await pause(1000 * (second + 1) - (performance.now() - began))
  }
  throw new Error('No pieces of the log were brought away')
}

/** As a machine that burns: what it had in hand is not put out any more. */
async function destroy(room: Room): Promise<void> {
  const [row] = await room.one<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
  if (!row) throw new Error('There is no database')
  const [pid] = readFileSync(join(row.folder, 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
  rmSync(row.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

async function untilDestroyed(dataDir: string, to: string): Promise<number> {
  const running = await startShop({ dataDir, environment: { BACKUP_KEY: key } })
  const room = await stockRoom(running.databaseUrl)
  try {
    const last = await writeUntilWorst(room, dataDir)
    for (const name of broughtAway.filter((one) => existsSync(join(dataDir, one))))
      cpSync(join(dataDir, name), join(to, name), { recursive: true })
    await destroy(room)
    return last
  } finally {
    await room.close().catch(() => undefined)
    await running.stop()
  }
}

async function lastSecondOf(dataDir: string): Promise<number> {
  const running = await startShop({ dataDir })
  const room = await stockRoom(running.databaseUrl)
  try {
    const [row] = await room.one<{ last: number }>(
      `SELECT coalesce(max(substr(name, 8)::int), -1) AS last FROM shop_marks WHERE name LIKE 'second %'`,
    )
    return row?.last ?? -1
  } finally {
    await room.close()
    await running.stop()
  }
}

export async function benchLoss(): Promise<void> {
  const [from, to] = ['from', 'to'].map((name) => mkdtempSync(join(tmpdir(), `molini-loss-${name}-`)))
  if (!from || !to) throw new Error('There is no place for it')
  try {
    const written = await untilDestroyed(from, to)
    const restoring = await timed(['restore', '--at', '2099-01-01T00:00Z'], to)
    const kept = await lastSecondOf(to)
    const lost = written - kept
    console.log(
      `A row each second for ${written} s, the machine lost just before the next piece of its log left: ${lost} s are lost (at most ${most}), brought back in ${restoring.toFixed(0)} s.`,
    )
    if (kept < 0 || lost > most) process.exitCode = 1
  } finally {
    for (const folder of [from, to]) rmSync(folder, { recursive: true, force: true })
  }
}

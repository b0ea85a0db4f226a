import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { putSealed, type Shelf } from '../backup/shelf'
import { segmentKey } from './point-shelf'
import { isSegment } from './segments'

const compressed = promisify(gzip)

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Segments that may wait for the store: 2 GB. A disk that they filled would stop the shop. */
export const longestWait = 128

/** What Postgres has put out in `folder`, oldest first. */
export const waiting = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter(isSegment).sort()

/**
 * Brings the segments in `folder` to the store, oldest first, and deletes each when it is there. `onShipped` hears each.
 * Throws at the first that the store does not take; more than `most` are let go of first, which leaves a gap.
 */
export async function shipLog(
  shelf: Shelf,
  {
    folder,
    system,
    onShipped,
    most = longestWait,
  }: { folder: string; system: string; onShipped: (name: string) => void; most?: number },
): Promise<void> {
  const names = await waiting(folder)
  const gone = names.slice(0, Math.max(0, names.length - most))
  for (const name of gone) await rm(join(folder, name))
  for (const name of names.slice(gone.length)) {
    const path = join(folder, name)
    const bytes = await compressed(await readFile(path))
    await putSealed(shelf, segmentKey(system, name), once(bytes))
    await rm(path)
    onShipped(name)
  }
}

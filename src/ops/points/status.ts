import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * How the archive of the log stands. A file of the data directory and not a row: each row would be more log to archive.
 */
export interface PointStatus {
  readonly system?: string
  /** The last segment that is in the store, and when it came there, as ISO time. */
  readonly last?: string
  readonly shippedAt?: string
  /** The newest copy of the files. */
  readonly base?: { readonly id: string; readonly at: string; readonly bytes: number }
  /** By which key the newest copy opens: a mark of it that tells nothing else. */
  readonly key?: string
  /** A segment was lost after the newest copy: it does not lead further than that. */
  readonly hasGap?: boolean
  /** When all that Postgres had put out was in the store, as ISO time. */
  readonly checkedAt?: string
  readonly fault?: { readonly at: string; readonly words: string } | undefined
}

const fileOf = (dataDir: string): string => join(dataDir, 'points.json')

/** Empty when there is none. */
export async function readStatus(dataDir: string): Promise<PointStatus> {
  try {
    return JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as PointStatus
  } catch {
    return {}
  }
}

export async function writeStatus(dataDir: string, status: PointStatus): Promise<void> {
  const file = fileOf(dataDir)
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify(status), { mode: 0o644 })
  await rename(draft, file)
}

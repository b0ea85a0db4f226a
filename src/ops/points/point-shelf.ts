import { putSealed, readSealed, type Shelf } from '../backup/shelf'
import { gather } from '../storage/file-store'
import { isSegment, runFrom } from './segments'

/** A copy of all files of a database, from which its log leads to any later moment. Written last: without it there is none. */
export interface Base {
  readonly format: 1
  /** Of the cluster: no two have the same. */
  readonly system: string
  readonly id: string
  /** The name of the shop's database in it. */
  readonly database: string
  readonly postgres: string
  /** From when on moments can be restored, as ISO time: the copy is whole from here on. */
  readonly at: string
  /** The log that it needs in any case: from the first to the last of these segments. */
  readonly first: string
  readonly last: string
  /** Bytes as they lie in the store. */
  readonly bytes: number
}

const folder = 'points'
export const baseKey = (system: string, id: string): string => `${folder}/${system}/bases/${id}.files`
const manifestKey = (system: string, id: string): string => `${folder}/${system}/bases/${id}.manifest`
export const segmentKey = (system: string, name: string): string => `${folder}/${system}/log/${name}`
const manifestShape = /^points\/(\d+)\/bases\/([0-9TZa-f-]+)\.manifest$/
const segmentShape = /^points\/(\d+)\/log\/([0-9A-F]{24})$/

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

export const writeBase = (shelf: Shelf, base: Base): Promise<void> =>
  putSealed(shelf, manifestKey(base.system, base.id), once(Buffer.from(JSON.stringify(base))))

async function readBase(shelf: Shelf, system: string, id: string): Promise<Base> {
  const base = JSON.parse((await gather(await readSealed(shelf, manifestKey(system, id)))).toString()) as Base
  if (base.format !== 1) throw new Error(`The copy ${id} was written by a newer Molini`)
  return base
}

/** What lies in the store: copies, oldest first, and when each segment of the log was written, by system. */
export async function readPoints(
  shelf: Shelf,
): Promise<{ bases: Base[]; segments: Map<string, Map<string, Date>> }> {
  const bases: Base[] = []
  const segments = new Map<string, Map<string, Date>>()
  for await (const { key, writtenAt } of shelf.store.list(`${folder}/`)) {
    const [, system = '', id] = manifestShape.exec(key) ?? []
    if (id) bases.push(await readBase(shelf, system, id))
    const [, owner = '', segment = ''] = segmentShape.exec(key) ?? []
    if (!isSegment(segment)) continue
    const known = segments.get(owner) ?? new Map<string, Date>()
    segments.set(owner, known.set(segment, writtenAt))
  }
  return { bases: bases.sort((a, b) => a.at.localeCompare(b.at)), segments }
}

export interface Point {
  readonly base: Base
  /** Without a gap from the first that the copy needs. */
  readonly log: readonly string[]
  /** The moment asked for, or where the log ends before it. */
  readonly reached: Date
}

/** The newest copy of before `at` with the log that leads on from it; undefined when none is whole. */
export async function findPoint(shelf: Shelf, at: Date): Promise<Point | undefined> {
  const { bases, segments } = await readPoints(shelf)
  for (const base of bases.filter((one) => Date.parse(one.at) <= at.getTime()).reverse()) {
    const written = segments.get(base.system) ?? new Map<string, Date>()
    const log = runFrom(base.first, new Set(written.keys()))
    const end = written.get(log.at(-1) ?? '')
    if (!log.includes(base.last) || !end) continue
    return { base, log, reached: end < at ? end : at }
  }
  return undefined
}

const daysKept = 7

/**
 * Deletes copies of more than seven days ago and the log of before the oldest that stays. The newest copy of all always
 * stays, with its log, and so does one to reach back the whole seven days. Answers with how many copies went.
 */
export async function prunePoints(shelf: Shelf, now = new Date()): Promise<number> {
  const { bases, segments } = await readPoints(shelf)
  const oldest = new Date(now.getTime() - daysKept * 24 * 3_600_000).toISOString()
  const newest = bases.at(-1)
  // The one just before the seven days: moments of the first day need it.
  const bridge = bases.findLast(({ at }) => at < oldest)
  const staying = bases.filter((base) => base === newest || base === bridge || base.at >= oldest)
  const going = bases.filter((base) => !staying.includes(base))
  for (const { system, id } of going) {
    await shelf.store.delete(manifestKey(system, id))
    await shelf.store.delete(baseKey(system, id))
  }
  for (const [system, names] of segments) {
    const first = staying.filter((base) => base.system === system).map((base) => base.first)
    const isNeeded = (name: string, at: Date): boolean =>
      first.length > 0 ? first.some((one) => name >= one) : at.toISOString() >= oldest
    for (const [name, at] of names)
      if (!isNeeded(name, at)) await shelf.store.delete(segmentKey(system, name))
  }
  return going.length
}

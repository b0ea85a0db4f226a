import { putSealed, readSealed, timeOf, type Shelf } from '../backup/shelf'
import { StoreFault, gather } from '../storage/file-store'
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
const copyShape = /^points\/(\d+)\/bases\/([0-9TZa-f-]+)\.(manifest|files)$/
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

interface Copy {
  readonly system: string
  readonly id: string
}

export interface Points {
  /** Oldest first. */
  readonly bases: Base[]
  /** Copies that this key does not open, and those that were never finished. */
  readonly closed: Copy[]
  readonly halves: Copy[]
  /** When each segment of the log was written, by system. */
  readonly segments: Map<string, Map<string, Date>>
}

async function sortCopies(shelf: Shelf, copies: ReadonlyMap<string, Copy & { isWhole: boolean }>) {
  const [bases, closed, halves]: [Base[], Copy[], Copy[]] = [[], [], []]
  for (const { system, id, isWhole } of copies.values()) {
    const base = isWhole ? await tryBase(shelf, system, id) : undefined
    if (base) bases.push(base)
    else (isWhole ? closed : halves).push({ system, id })
  }
  return { bases: bases.sort((a, b) => a.at.localeCompare(b.at)), closed, halves }
}

/** Undefined when it cannot be opened: damaged, or under another `BACKUP_KEY`. A store that fails still throws. */
async function tryBase(shelf: Shelf, system: string, id: string): Promise<Base | undefined> {
  try {
    return await readBase(shelf, system, id)
  } catch (error) {
    if (error instanceof StoreFault) throw error
    return undefined
  }
}

/** What lies in the store. */
async function readPoints(shelf: Shelf): Promise<Points> {
  const copies = new Map<string, Copy & { isWhole: boolean }>()
  const segments = new Map<string, Map<string, Date>>()
  for await (const { key, writtenAt } of shelf.store.list(`${folder}/`)) {
    const [, system = '', id, part] = copyShape.exec(key) ?? []
    if (id) {
      const isWhole = part === 'manifest' || copies.get(`${system}/${id}`)?.isWhole === true
      copies.set(`${system}/${id}`, { system, id, isWhole })
    }
    const [, owner = '', segment = ''] = segmentShape.exec(key) ?? []
    if (!isSegment(segment)) continue
    const known = segments.get(owner) ?? new Map<string, Date>()
    segments.set(owner, known.set(segment, writtenAt))
  }
  return { ...(await sortCopies(shelf, copies)), segments }
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

const day = 24 * 3_600_000
const daysKept = 7

/**
 * Deletes copies of more than seven days ago and the log of before the oldest that stays. The newest copy of all always
 * stays, with its log, and so does one to reach back the whole seven days. Halves of copies go after a day. While a copy of
 * the seven days does not open, nobody knows which log it needs: all of its system stays. Answers with how many copies went.
 */
export async function prunePoints(shelf: Shelf, now = new Date()): Promise<number> {
  const { bases, closed, halves, segments } = await readPoints(shelf)
  const oldest = new Date(now.getTime() - daysKept * day)
  const newest = bases.at(-1)
  // The one just before the seven days: moments of the first day need it.
  const bridge = bases.findLast(({ at }) => new Date(at) < oldest)
  const staying = bases.filter((base) => base === newest || base === bridge || new Date(base.at) >= oldest)
  const closedStaying = closed.filter(({ id }) => timeOf(id) >= oldest)
  const going = [
    ...bases.filter((base) => !staying.includes(base)),
    ...closed.filter((copy) => !closedStaying.includes(copy)),
    ...halves.filter(({ id }) => now.getTime() - timeOf(id).getTime() > day),
  ]
  for (const { system, id } of going) {
    await shelf.store.delete(manifestKey(system, id))
    await shelf.store.delete(baseKey(system, id))
  }
  for (const [system, names] of segments) {
    if (closedStaying.some((copy) => copy.system === system)) continue
    const first = staying.filter((base) => base.system === system).map((base) => base.first)
    const isNeeded = (name: string, at: Date): boolean =>
      first.length > 0 ? first.some((one) => name >= one) : at >= oldest
    for (const [name, at] of names)
      if (!isNeeded(name, at)) await shelf.store.delete(segmentKey(system, name))
  }
  return going.length
}

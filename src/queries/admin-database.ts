import { statfs } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { env } from '#env'
import { growthOf, monthBefore, storageOf } from '../domain/database-growth.mjs'
import { getPools, type PoolForStaff } from './admin-pools'
import { adminRows } from './admin-rows'
import * as ask from './database-sql.mjs'

export interface SlowStatement {
  query: string
  calls: number
  /** Milliseconds. */
  total: number
  mean: number
}

export interface LargeTable {
  table: string
  rows: number
  /** With its indexes, which `indexes` is alone. */
  bytes: number
  indexes: number
  /** Bytes more than thirty days ago, or than when it was first measured since; undefined when it was not. */
  grown?: number
  /** As kept once a day, oldest first. */
  sizes: number[]
}

/** How large the database was on a day, such as `2026-11-29`. */
export interface SizeOfDay {
  day: string
  bytes: number
}

export interface Storage {
  /** What it ends at: the limit that was set, or the disk. */
  bounds: 'limit' | 'disk'
  room: number
  left: number
  /** Share of the room that is taken, 0 to 1 and beyond. */
  share: number
  /** Until it is full, at the growth of now; undefined while it does not grow. */
  days?: number
  isShort: boolean
}

export interface ConnectionsOf {
  program: string
  state: string
  count: number
  /** Seconds that the longest has been in this state. */
  longest: number
}

/** Who waits, and for whom. Spans in seconds. */
export interface WaitingLock {
  pid: number
  program: string
  seconds: number
  query: string
  relation: string | null
  byPid: number
  byProgram: string
  byState: string
  bySeconds: number
  byQuery: string
}

export interface ReadWhole {
  table: string
  times: number
  rowsEach: number
  byIndex: number
}

export interface BareKey {
  table: string
  columns: string
  of: string
  rows: number
}

export interface UnusedIndex {
  table: string
  index: string
  bytes: number
}

export interface LooseTable {
  table: string
  bytes: number
  live: number
  dead: number
  /** 0 to 1. */
  deadShare: number
  /** Bytes beyond what the rows need, as estimated; null where Postgres has not looked at the table. */
  slack: number | null
  /** As ISO time; null when it never was. */
  vacuumedAt: string | null
}

export interface LooseIndex extends UnusedIndex {
  slack: number
}

export interface DatabaseForStaff {
  version: string
  bytes: number
  connections: number
  /** As many as the server allows at once. */
  most: number
  /** Share of reads that memory answered, 0 to 1. */
  hits: number
  /** Sessions that wait for another, and for how many seconds the longest has. */
  blocked: number
  blockedFor: number
  /** Seconds that the longest open transaction has been at it. */
  longest: number
  /** Since when scans and statements are counted, as ISO time; null: since the database was made. */
  countedSince: string | null
  /** Sizes of the last 400 days, oldest first. */
  sizes: SizeOfDay[]
  /** Bytes a day; undefined before there is a week of sizes. */
  perDay?: number
  /** Undefined where nobody has said how large it may become, and its disk is not this machine's. */
  storage?: Storage
  tables: LargeTable[]
  programs: ConnectionsOf[]
  /** Of every process of the shop, two each. */
  pools: PoolForStaff[]
  locks: WaitingLock[]
  readWhole: ReadWhole[]
  bareKeys: BareKey[]
  unused: UnusedIndex[]
  looseTables: LooseTable[]
  looseIndexes: LooseIndex[]
  /** By total and by mean time; undefined when the server keeps no statistics of statements. */
  statements?: { byTotal: SlowStatement[]; byMean: SlowStatement[] }
}

type Facts = Pick<
  DatabaseForStaff,
  | 'version'
  | 'bytes'
  | 'connections'
  | 'most'
  | 'hits'
  | 'blocked'
  | 'blockedFor'
  | 'longest'
  | 'countedSince'
>

interface Sample extends SizeOfDay {
  tables: Record<string, number>
}

/**
 * What the database says about itself. Only reads, and waits for no table. One question after the other: all at once they would
 * take every connection that shoppers have.
 */
export async function getDatabase(payload: Payload): Promise<DatabaseForStaff> {
  const rows = <Row>(text: string): Promise<Row[]> => adminRows<Row>(payload, sql.raw(text))
  const [facts] = await rows<Facts>(ask.factsSql)
  if (!facts) throw new Error('The database says nothing about itself')
  const samples = await rows<Sample>(ask.samplesSql)
  const perDay = growthOf(samples)
  const storage = storageOf({
    bytes: facts.bytes,
    perDay,
    limit: env.DATABASE_SIZE_LIMIT,
    free: await getFree(rows),
  })
  const statements = await getStatements(rows)
  return {
    ...facts,
    sizes: samples.map(({ day, bytes }) => ({ day, bytes })),
    ...(perDay !== undefined && { perDay }),
    ...(storage && { storage: storage as Storage }),
    tables: withGrowth(await rows(ask.tablesSql), samples),
    programs: await rows(ask.connectionsSql),
    pools: await getPools(payload),
    locks: await rows(ask.locksSql),
    readWhole: await rows(ask.readWholeSql),
    bareKeys: await rows(ask.bareKeysSql),
    unused: await rows(ask.unusedSql),
    looseTables: await rows(ask.looseTablesSql),
    looseIndexes: await rows(ask.looseIndexesSql),
    ...(statements && { statements }),
  }
}

type Ask = <Row>(text: string) => Promise<Row[]>

function withGrowth(tables: Omit<LargeTable, 'grown' | 'sizes'>[], samples: Sample[]): LargeTable[] {
  const before = monthBefore(samples)
  return tables.map((table) => {
    const then = before?.tables[table.table]
    const sizes = samples.flatMap((sample) => sample.tables[table.table] ?? [])
    return { ...table, sizes, ...(then !== undefined && { grown: table.bytes - then }) }
  })
}

/** Bytes that are free on the disk of the embedded database; undefined of any other, whose disk is elsewhere. */
async function getFree(rows: Ask): Promise<number | undefined> {
  if (!env.MOLINI_EMBEDDED) return undefined
  const [place] = await rows<{ folder: string }>(ask.folderSql)
  if (!place) return undefined
  return statfs(place.folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  )
}

/** The extension may be there and the library not, or be seen by others alone: then it is as if it were not. */
async function getStatements(rows: Ask): Promise<DatabaseForStaff['statements']> {
  const [found] = await rows<{ schema: string }>(ask.statementsPlaceSql)
  if (!found) return undefined
  try {
    return {
      byTotal: await rows<SlowStatement>(ask.byTotalSql(found.schema)),
      byMean: await rows<SlowStatement>(ask.byMeanSql(found.schema)),
    }
  } catch {
    return undefined
  }
}

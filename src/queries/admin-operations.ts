import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { getBackups, type BackupsForStaff } from './admin-backups'
import { getDatabase, type DatabaseForStaff } from './admin-database'
import { getPoints, type PointsForStaff } from './admin-points'
import { adminRows } from './admin-rows'
import { getServer, type ServerForStaff } from './admin-server'

export interface JobForStaff {
  name: string
  /** As ISO time. */
  at: string
  milliseconds: number
  done?: number
  fault?: string
}

export interface MailForStaff {
  queued: number
  dead: number
  sentToday: number
  /** When the oldest that is due was due, as ISO time. */
  waitingSince?: string
}

export interface EventsForStaff {
  provider: string
  /** In the last 24 hours. */
  received: number
  open: number
  last: string
  /** What the newest one that failed said. */
  error?: string
}

export interface FaultForStaff {
  mark: string
  place: string
  words: string
  times: number
  firstAt: string
  lastAt: string
}

export interface KeptBackup {
  id: string
  at: string
  isProved: boolean
  isUndo: boolean
}

export const operationsParts = ['jobs', 'mail', 'events', 'backups', 'points', 'database', 'faults'] as const
export type OperationsPart = (typeof operationsParts)[number]

/** A part that could not be read is missing, and named in `unread`. */
export interface OperationsForStaff {
  unread: OperationsPart[]
  /** When the jobs last told how they ended; undefined when they never ran. */
  ranAt?: string
  jobs?: JobForStaff[]
  mail?: MailForStaff
  events?: EventsForStaff[]
  backups?: BackupsForStaff & { kept: KeptBackup[] }
  points?: PointsForStaff
  database?: DatabaseForStaff
  server: ServerForStaff
  faults?: FaultForStaff[]
}

/** Everything that whoever runs the shop looks at, as it stands now. One part that fails keeps no other from being read. */
export async function getOperations(payload: Payload, now = new Date()): Promise<OperationsForStaff> {
  const unread: OperationsPart[] = []
  const part = <Value>(name: OperationsPart, reading: Promise<Value>): Promise<Value | undefined> =>
    reading.catch((error: unknown) => {
      payload.logger.error({ msg: `Operations: ${name} could not be read`, err: error })
      unread.push(name)
      return undefined
    })
  const [marks, mail, events, backups, points, database, faults] = await Promise.all([
    part('jobs', getMarks(payload)),
    part('mail', getMail(payload)),
    part('events', getEvents(payload)),
    part('backups', getBackups(payload, now)),
    part('points', getPoints(payload, now)),
    part('database', getDatabase(payload)),
    part('faults', getFaults(payload)),
  ])
  const jobs = marks && Object.entries(marks.jobs?.value ?? {}).map(([name, run]) => ({ name, ...run }))
  return {
    unread: operationsParts.filter((name) => unread.includes(name)),
    ...(marks?.jobs && { ranAt: marks.jobs.at }),
    ...(jobs && { jobs }),
    ...(mail && { mail }),
    ...(events && { events }),
    ...(backups && { backups: { ...backups, kept: marks?.shelf?.value.kept ?? [] } }),
    ...(points && { points }),
    ...(database && { database }),
    server: getServer(),
    ...(faults && { faults }),
  }
}

interface Marks {
  jobs?: { at: string; value: Record<string, Omit<JobForStaff, 'name'>> }
  shelf?: { at: string; value: { kept: KeptBackup[] } }
}

async function getMarks(payload: Payload): Promise<Marks> {
  const rows = await adminRows<{ name: string; at: string; value: never }>(
    payload,
    sql`SELECT name, at::text, value FROM shop_marks WHERE name IN ('jobs', 'shelf')`,
  )
  return Object.fromEntries(rows.map(({ name, at, value }) => [name, { at, value }]))
}

/** Mails that have not left and those of a day, each by its index: mails are kept for ever. */
export const mailSql = sql`SELECT count(*) FILTER (WHERE status = 'queued')::float8 AS queued, count(*) FILTER (WHERE status = 'dead')::float8 AS dead,
        count(*) FILTER (WHERE sent_at > now() - interval '24 hours')::float8 AS "sentToday",
        (min(coalesce(next_attempt_at, created_at)) FILTER (WHERE status = 'queued' AND coalesce(next_attempt_at, created_at) <= now()))::text AS "waitingSince"
      FROM emails WHERE status IN ('queued', 'dead') OR sent_at > now() - interval '24 hours'`

async function getMail(payload: Payload): Promise<MailForStaff> {
  const [row] = await adminRows<MailForStaff & { waitingSince: string | null }>(payload, mailSql)
  const { queued = 0, dead = 0, sentToday = 0, waitingSince } = row ?? {}
  return { queued, dead, sentToday, ...(waitingSince && { waitingSince }) }
}

async function getEvents(payload: Payload): Promise<EventsForStaff[]> {
  const rows = await adminRows<EventsForStaff & { error: string | null }>(
    payload,
    sql`SELECT provider, count(*) FILTER (WHERE received_at > now() - interval '24 hours')::float8 AS received,
        count(*) FILTER (WHERE handled_at IS NULL)::float8 AS open, max(received_at)::text AS last,
        (array_agg(error ORDER BY received_at DESC) FILTER (WHERE error IS NOT NULL AND received_at > now() - interval '7 days'))[1] AS error
      FROM payment_events WHERE received_at > now() - interval '30 days' OR handled_at IS NULL GROUP BY provider ORDER BY provider`,
  )
  return rows.map(({ error, ...row }) => ({ ...row, ...(error && { error }) }))
}

const getFaults = (payload: Payload): Promise<FaultForStaff[]> =>
  adminRows<FaultForStaff>(
    payload,
    sql`SELECT mark, place, words, times::float8 AS times, first_at::text AS "firstAt", last_at::text AS "lastAt"
      FROM faults ORDER BY last_at DESC LIMIT 20`,
  )

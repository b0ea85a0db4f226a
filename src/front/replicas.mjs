import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Queries find it by this: they are loaded by Next.js, perhaps as another copy of this module. */
const place = Symbol.for('molini.replicas')
export const setActiveReplicas = (replicas) => (globalThis[place] = replicas)
/** @returns {ReturnType<typeof openReplicas> | undefined} */
export const activeReplicas = () => globalThis[place]

/** Milliseconds between two looks; sooner while a replica is about to arrive. */
const round = 1_000
const soon = 100
const pauseAtLeast = 20
/** Milliseconds that a replica may be behind the primary and still be read from. */
const mostBehind = 10_000
const size = 6

const limits = { connectionTimeoutMillis: 3_000, query_timeout: 5_000, keepAlive: true }
const followsSql = `SELECT pg_is_in_recovery() AS follows, coalesce(pg_last_wal_replay_lsn(), '0/0')::text AS lsn`
const writtenSql = 'SELECT pg_current_wal_insert_lsn()::text AS lsn'

/** A place in the log of the database, as a number. */
function toPlace(lsn) {
  const [high, low] = lsn.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

const page = 8_192n
const longestHeader = 40n

/**
 * What a replica has replayed that is there. The primary says where the next record begins, and on a page with nothing on
 * it yet that is behind the header; a replica that has everything stands before it, for as long as nothing is written. A
 * record that ends so near the beginning of a page began on the one before, so no replica stands between.
 */
export function endOfRecords(lsn) {
  const place = toPlace(lsn)
  const within = place % page
  return within <= longestHeader ? place - within : place
}

/**
 * Replicas, from which may be read what is the same for everybody. After each `touch`, which says that something has
 * changed, none is given until it has replayed all that the primary had written by then: whoever makes a page anew because
 * of a change reads the change. None is given either while `lose` says that changes are not heard, nor one that is away, is
 * no replica, or is more than ten seconds behind; it is looked after and comes back by itself.
 * @param {{ urls: string[], primary: string, clock?: () => number, log?: (text: string) => void }} options
 */
export function openReplicas({ urls, primary, clock = Date.now, log = console.warn }) {
  const closing = new AbortController()
  const atPrimary = openPool(primary, 1)
  const replicas = urls.map((url) => ({
    pool: openPool(url, size),
    name: nameOf(url),
    state: 'away',
    replayed: 0n,
    wasSaid: false,
  }))
  /** What a replica that was gone has replayed when it is back may be less than before. */
  function leave(replica) {
    replica.state = 'away'
    replica.replayed = 0n
  }
  for (const replica of replicas) replica.pool.on('error', () => leave(replica))
  /** Where the primary was at which time: a replica that is before the oldest of them is too far behind. */
  let marks = []
  /** What a replica must have replayed; undefined while that is not known. */
  let needed
  let touches = 0
  let isHearing = false
  let isSpared = false
  const bell = openBell()
  let turn = 0

  const tooFar = () => marks.findLast(({ at }) => at <= clock() - mostBehind)?.lsn ?? 0n

  async function lookAtPrimary() {
    const seen = touches
    const { rows } = await atPrimary.query(writtenSql)
    const lsn = endOfRecords(rows[0].lsn)
    const from = marks.findLastIndex(({ at }) => at <= clock() - mostBehind)
    marks = [...marks.slice(Math.max(from, 0)), { at: clock(), lsn }]
    if (seen === touches) needed ??= lsn
  }

  async function lookAt(replica) {
    const { rows } = await replica.pool.query(followsSql).catch(() => ({ rows: [] }))
    const follows = rows[0]?.follows === true
    replica.replayed = follows ? toPlace(rows[0].lsn) : 0n
    replica.state = !follows ? 'away' : replica.replayed < tooFar() ? 'behind' : 'read'
    const isOut = replica.state !== 'read'
    if (isOut !== replica.wasSaid)
      log(
        isOut
          ? `The replica ${replica.name} is left out: it is ${replica.state}`
          : `The replica ${replica.name} is read from`,
      )
    replica.wasSaid = isOut
  }

  /** One that is away or slow to answer holds nobody up: each is looked at for itself. */
  async function keepLooking(look, isAwaited) {
    while (!closing.signal.aborted) {
      const rung = bell.next
      await look().catch(() => {})
      const wait = pause(isAwaited() ? soon : round, undefined, { signal: closing.signal }).catch(() => {})
      await Promise.race([rung, wait])
      await pause(pauseAtLeast)
    }
  }
  void keepLooking(lookAtPrimary, () => needed === undefined)
  for (const replica of replicas)
    void keepLooking(
      () => lookAt(replica),
      () => replica.state === 'read' && (needed === undefined || replica.replayed < needed),
    )

  function touch() {
    touches += 1
    needed = undefined
    bell.ring()
  }

  return {
    /** A replica that has all that anybody was told of, or undefined: then the primary is read. */
    choose() {
      if (!isHearing || isSpared || needed === undefined) return undefined
      const fit = replicas.filter(({ state, replayed }) => state === 'read' && replayed >= needed)
      turn += 1
      return fit[turn % fit.length]
    },
    /** One that has failed somebody is not asked again before it has been looked at. */
    leave,
    touch,
    /** Changes are heard from here on, and those of before may be anything. */
    find() {
      isHearing = true
      touch()
    },
    lose() {
      isHearing = false
    },
    /** None is given while `work` is under way. */
    async spare(work) {
      isSpared = true
      try {
        return await work()
      } finally {
        isSpared = false
      }
    },
    /** For whoever runs the shop. */
    report: () => replicas.map(({ name, state }) => ({ name, state })),
    async close() {
      closing.abort()
      await Promise.all([atPrimary, ...replicas.map(({ pool }) => pool)].map((pool) => pool.end()))
    },
  }
}

/** `next` is what ends when it is rung the next time. */
function openBell() {
  const bell = { next: undefined, ring: undefined }
  const hang = () => {
    bell.next = new Promise((resolve) => {
      bell.ring = () => {
        hang()
        resolve()
      }
    })
  }
  hang()
  return bell
}

function openPool(connectionString, max) {
  const pool = new pg.Pool({ connectionString, max, ...limits, application_name: 'molini replicas' })
  pool.on('error', () => {})
  return pool
}

function nameOf(url) {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'at the socket'}${port && `:${port}`}${pathname}`
}

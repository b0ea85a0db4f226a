import type { PayloadRequest } from 'payload'
import { deviceOf } from '#domain/device'
import { DomainError } from '#domain/errors'
import { recordAudit } from './audit'
import { lockedStaff } from './staff-account'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** One browser in which a member of staff is signed in. Times are ISO 8601. */
export interface StaffSessionView {
  id: string
  /** Such as `Firefox, Windows`; empty when the browser did not say. */
  device: string
  since: string
  /** The admin makes a session longer while it is used. */
  lastUsed: string
  /** The one that asks. */
  isThis: boolean
}

/** Whoever asks, and by which session. */
interface Asking {
  userId: string
  sid: string
}

const note: Statement = {
  name: 'staff-device-note',
  text: `INSERT INTO staff_session_devices (session_id, user_id, device) VALUES ($1, $2, $3) ON CONFLICT (session_id) DO NOTHING`,
}
const list: Statement = {
  name: 'staff-sessions',
  text: `SELECT s.id, coalesce(d.device, '') AS device, s.created_at AS since,
      s.expires_at - make_interval(secs => $3::int) AS "lastUsed", s.id = $2 AS "isThis"
    FROM users_sessions s LEFT JOIN staff_session_devices d ON d.session_id = s.id
    WHERE s._parent_id = $1 AND s.expires_at > now() ORDER BY s.id = $2 DESC, s.expires_at DESC, s.id`,
}
const endOne: Statement = {
  name: 'staff-session-end',
  text: `WITH ended AS (DELETE FROM users_sessions WHERE _parent_id = $1 AND id = $2 RETURNING id)
    SELECT coalesce(d.device, '') AS device FROM ended LEFT JOIN staff_session_devices d ON d.session_id = ended.id`,
}
const endOthers: Statement = {
  name: 'staff-sessions-end',
  text: 'DELETE FROM users_sessions WHERE _parent_id = $1 AND id <> $2 RETURNING id',
}
const hold: Statement = {
  name: 'staff-session-hold',
  text: `SELECT EXISTS (SELECT FROM users_sessions WHERE _parent_id = $1 AND id = $2 AND expires_at > now()) AS "isOpen"`,
}
const sweep: Statement = {
  name: 'staff-devices-sweep',
  text: `DELETE FROM staff_session_devices d
    WHERE NOT EXISTS (SELECT 1 FROM users_sessions s WHERE s.id = d.session_id AND s.expires_at > now()) RETURNING 1`,
}
const sweepEnded: Statement = {
  name: 'staff-ended-sweep',
  // No transaction that has read a session before its end is as old as that.
  text: `DELETE FROM ended_staff_sessions WHERE ended_at < now() - interval '1 day' RETURNING 1`,
}

/** Notes in which browser a session is opened, and of its header nothing but two names. */
export const noteStaffDevice = (
  runner: Transaction | PayloadRequest,
  { userId, sid, userAgent }: Asking & { userAgent: string | null },
): Promise<unknown> => run(runner, note, [sid, userId, deviceOf(userAgent)])

const iso = (value: string | Date): string => new Date(value).toISOString()

type Row = Omit<StaffSessionView, 'since' | 'lastUsed'> & Record<'since' | 'lastUsed', string | Date>

/** Where a member of staff is signed in, the asking browser first. */
export async function listStaffSessions(
  req: PayloadRequest,
  { userId, sid }: Asking,
): Promise<StaffSessionView[]> {
  const seconds = req.payload.collections.users.config.auth.tokenExpiration
  const rows = await run<Row>(req, list, [userId, sid, seconds])
  return rows.map((row) => ({ ...row, since: iso(row.since), lastUsed: iso(row.lastUsed) }))
}

/** Ends one own session; from the commit on it opens nothing. Throws `session.not-found` when it is not theirs or over. */
export const endStaffSession = (
  req: PayloadRequest,
  { userId, id }: { userId: string; id: string },
): Promise<{ ended: number }> =>
  inTransaction(req, async (tx) => {
    await lockedStaff(tx, userId)
    const [ended] = await run<{ device: string }>(tx, endOne, [userId, id])
    if (!ended) throw new DomainError('session.not-found')
    await recordAudit(req, {
      ...{ action: 'session.end', entity: 'users', entityId: userId, after: { device: ended.device } },
    })
    return { ended: 1 }
  })

/** Ends every own session but the one that asks. Answers with how many there were; repeating it changes nothing. */
export const endOtherStaffSessions = (
  req: PayloadRequest,
  { userId, sid }: Asking,
): Promise<{ ended: number }> =>
  inTransaction(req, async (tx) => {
    await lockedStaff(tx, userId)
    const { length: ended } = await run(tx, endOthers, [userId, sid])
    if (ended > 0)
      await recordAudit(req, {
        ...{ action: 'session.end-others', entity: 'users', entityId: userId, after: { count: ended } },
      })
    return { ended }
  })

/** Is the session still open? Call it before it is made longer: its person is held, so that it is not ended meanwhile. */
export async function holdStaffSession(tx: Transaction, { userId, sid }: Asking): Promise<boolean> {
  await lockedStaff(tx, userId)
  const [found] = await run<{ isOpen: boolean }>(tx, hold, [userId, sid])
  return found?.isOpen === true
}

/**
 * Forgets in which browsers sessions were that are over, and which were ended, once nobody can write them anew. Answers with how
 * many went.
 */
export const sweepStaffDevices = async (req: PayloadRequest): Promise<number> =>
  (await run(req, sweep, [])).length + (await run(req, sweepEnded, [])).length

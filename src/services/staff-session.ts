import { randomUUID } from 'node:crypto'
import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { recordAudit } from './audit'
import { noteStaffDevice } from './staff-sessions'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

interface Row {
  id: string
  name: string
  email: string
  role: string
  isLocked: boolean
}

const find: Statement = {
  name: 'staff-session-user',
  text: `SELECT id, name, email, role::text AS role, coalesce(lock_until > now(), false) AS "isLocked" FROM users WHERE id = $1 FOR UPDATE`,
}
const insert: Statement = {
  name: 'staff-session-insert',
  text: `WITH old AS (DELETE FROM users_sessions WHERE _parent_id = $1 AND expires_at < now())
    INSERT INTO users_sessions (id, _parent_id, _order, created_at, expires_at)
    SELECT $2, $1, coalesce(max(_order), 0) + 1, now(), now() + make_interval(secs => $3::int) FROM users_sessions WHERE _parent_id = $1`,
}
const forgive: Statement = {
  name: 'staff-session-forgive',
  text: 'UPDATE users SET login_attempts = 0, lock_until = NULL WHERE id = $1',
}

/**
 * Opens a session as Payload does, for somebody who has shown all that the shop asks for. Answers with the token for
 * Payload's cookie, or with nothing while the account is locked. Call it last in its transaction: it ends with an audit entry.
 */
export async function openStaffSession(
  req: PayloadRequest,
  tx: Transaction,
  { userId, how }: { userId: string; how: 'code' | 'google' },
): Promise<string | undefined> {
  const { config } = req.payload.collections.users
  const [user] = await run<Row>(tx, find, [userId])
  if (!user || user.isLocked) return undefined
  const sid = randomUUID()
  const seconds = config.auth.tokenExpiration
  await run(tx, insert, [user.id, sid, seconds])
  await noteStaffDevice(tx, { userId: user.id, sid, userAgent: req.headers.get('user-agent') })
  await run(tx, forgive, [user.id])
  const { id, name, email, role } = user
  const signed = { id, name, email, role, collection: 'users' } as never
  const fieldsToSign = getFieldsToSign({ collectionConfig: config, email, sid, user: signed })
  const { token } = await jwtSign({ fieldsToSign, secret: req.payload.secret, tokenExpiration: seconds })
  await recordAudit({ ...req, headers: req.headers, user: signed } as PayloadRequest, {
    ...{ action: 'sign-in', entity: 'users', entityId: id, after: { by: how } },
  })
  return token
}

import type { PayloadRequest } from 'payload'
import { getShopForStaff } from '#queries/admin-shop'
import { listStaffSessions, type StaffSessionView } from '#services/staff-sessions'
import { shopTime } from '../age'
import { EndOtherSessions, EndSession } from './end-session.client'

/** Where somebody of the staff is signed in, on their own account page. */
export async function SessionsPart({ req, userId }: { req: PayloadRequest; userId: string }) {
  const sid = (req.user as { _sid?: unknown } | null)?._sid
  if (typeof sid !== 'string') return null
  const [sessions, { timezone }] = await Promise.all([
    listStaffSessions(req, { userId, sid }),
    getShopForStaff(req),
  ])
  return (
    <>
      <div className="m-between">
        <h2>Where you are signed in</h2>
        {sessions.length > 1 ? <EndOtherSessions /> : null}
      </div>
      <ul className="m-list">
        {sessions.map((session) => (
          <Session key={session.id} session={session} timezone={timezone} />
        ))}
      </ul>
    </>
  )
}

function Session({ session, timezone }: { session: StaffSessionView; timezone: string }) {
  const device = session.device || 'A browser that did not say which'
  const [since, lastUsed] = [session.since, session.lastUsed].map((at) => shopTime(new Date(at), timezone))
  return (
    <li className="m-between">
      <div>
        {session.isThis ? `${device}: this browser` : device}
        <p className="m-muted">
          Since {since}
          {session.isThis ? null : `, last used ${lastUsed}`}
        </p>
      </div>
      {session.isThis ? null : <EndSession id={session.id} label={`${device}, since ${since}`} />}
    </li>
  )
}

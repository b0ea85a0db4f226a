import type { PayloadRequest } from 'payload'
import { sweepKeys } from './account-keys'
import { sweepChallenges } from './passkey-challenges'
import { sweepEntries } from './leave-draw'
import { sweepBegun } from './second-factor'
import { sweepSessions } from './sign-in-session'
import { sweepSteps } from './staff-steps'

/** Deletes mailed keys, sessions, begun second factors and challenges that open nothing any more, and entries of draws of long ago. Answers with how many went. */
export async function forgetExpired(req: PayloadRequest): Promise<number> {
  const gone = [
    await sweepKeys(req),
    await sweepSessions(req),
    await sweepBegun(req),
    await sweepChallenges(req),
    await sweepSteps(req),
    await sweepEntries(req),
  ]
  return gone.reduce((sum, count) => sum + count, 0)
}

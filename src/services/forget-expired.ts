import type { PayloadRequest } from 'payload'
import { sweepKeys } from './account-keys'
import { eachAlone } from './each-alone'
import { sweepChallenges } from './passkey-challenges'
import { sweepEntries } from './leave-draw'
import { sweepBegun } from './second-factor'
import { sweepSessions } from './sign-in-session'
import { sweepStaffDevices } from './staff-sessions'
import { sweepSteps } from './staff-steps'

const sweeps = {
  'mailed keys': sweepKeys,
  sessions: sweepSessions,
  'begun second factors': sweepBegun,
  challenges: sweepChallenges,
  'steps of staff': sweepSteps,
  'browsers of staff': sweepStaffDevices,
  'entries of draws': sweepEntries,
}

/** Deletes mailed keys, sessions, begun second factors and challenges that open nothing any more, and entries of draws of long ago. Answers with how many went. */
export async function forgetExpired(req: PayloadRequest): Promise<number> {
  const gone = await eachAlone(req, Object.entries(sweeps), {
    name: ([what]) => `Forgetting ${what}`,
    work: ([, sweep]) => sweep(req),
  })
  return gone.reduce((sum, count) => sum + count, 0)
}

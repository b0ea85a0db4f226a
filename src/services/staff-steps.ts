import { createHash, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Minutes between the first step of staff and the second. */
export const staffStepMinutes = 10
/** Carries the token of the first step to the second. */
export const staffStepCookie = 'molini-staff-step'
/** Codes that are tried in one sign-in. */
const tries = 5

const insert: Statement = {
  name: 'staff-step-insert',
  text: `WITH old AS (DELETE FROM staff_steps WHERE expires_at < now())
    INSERT INTO staff_steps (hash, user_id, password_mark, expires_at)
    SELECT $1, id, md5(coalesce(hash, '')), now() + make_interval(mins => ${staffStepMinutes}) FROM users WHERE id = ${idOf('$2')}`,
}
/** A password that was changed in between ends the step that was made by the old one. */
const good = `s.expires_at > now() AND u.id = s.user_id AND s.password_mark = md5(coalesce(u.hash, ''))`
const peek: Statement = {
  name: 'staff-step-peek',
  text: `SELECT 1 FROM staff_steps s, users u WHERE s.hash = $1 AND s.tries < ${tries} AND ${good}`,
}
const count: Statement = {
  name: 'staff-step-count',
  text: `UPDATE staff_steps s SET tries = tries + 1 FROM users u WHERE s.hash = $1 AND s.tries < ${tries} AND ${good}
    RETURNING s.user_id AS "userId"`,
}
const take: Statement = {
  name: 'staff-step-take',
  text: `DELETE FROM staff_steps s USING users u WHERE s.hash = $1 AND ${good} RETURNING s.user_id`,
}
const drop: Statement = { name: 'staff-step-drop', text: 'DELETE FROM staff_steps WHERE hash = $1' }
const sweep: Statement = {
  name: 'staff-step-sweep',
  text: 'DELETE FROM staff_steps WHERE expires_at < now() RETURNING 1',
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whoever has shown the first factor gets a token of 256 bits for the second step; the shop keeps its hash. */
export async function makeStep(runner: Transaction | PayloadRequest, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await run(runner, insert, [hashOf(token), userId])
  return token
}

/** Whether a token still waits for its code. */
export const isOpenStep = async (req: PayloadRequest, token: string): Promise<boolean> =>
  (await run(req, peek, [hashOf(token)])).length > 0

/** Counts a try with a step, and lets no more than five through. Answers with whose it is. */
export const tryStep = async (req: PayloadRequest, token: string): Promise<string | undefined> =>
  (await run<{ userId: string }>(req, count, [hashOf(token)]))[0]?.userId

/** Uses a step up. Of two who come at once one gets true. */
export const takeStep = async (tx: Transaction, token: string): Promise<boolean> =>
  (await run(tx, take, [hashOf(token)])).length > 0

/** Forgets a step: somebody begins anew. */
export const dropStep = (req: PayloadRequest, token: string): Promise<unknown> =>
  run(req, drop, [hashOf(token)])

/** Forgets steps that are over. Answers with how many. */
export const sweepSteps = async (req: PayloadRequest): Promise<number> => (await run(req, sweep, [])).length

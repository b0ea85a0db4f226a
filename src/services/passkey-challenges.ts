import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { run, type Statement } from './statement'

/** What a challenge is for: each is of use for that alone. */
export type ChallengeKind = 'register' | 'sign-in'

/** Minutes in which somebody answers. */
export const challengeMinutes = 5

const keep: Statement = {
  name: 'challenge-keep',
  text: `INSERT INTO passkey_challenges (holder, kind, challenge, expires_at) VALUES ($1, $2, $3, now() + make_interval(mins => ${challengeMinutes}))
    ON CONFLICT (holder, kind) DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`,
}
const take: Statement = {
  name: 'challenge-take',
  text: 'DELETE FROM passkey_challenges WHERE holder = $1 AND kind = $2 RETURNING challenge, expires_at > now() AS "isGood"',
}
const sweep: Statement = {
  name: 'challenge-sweep',
  text: 'DELETE FROM passkey_challenges WHERE expires_at < now() RETURNING 1',
}

/** A browser, by the token of its session or of this sign-in; the shop keeps its hash alone. */
interface Holder {
  holder: string
  kind: ChallengeKind
}

const hashOf = (holder: string): string => createHash('sha256').update(`challenge:${holder}`).digest('hex')

/** Keeps the one challenge a browser may answer; one that was open before is gone. */
export const keepChallenge = (
  req: PayloadRequest,
  { holder, kind, challenge }: Holder & { challenge: string },
): Promise<unknown> => run(req, keep, [hashOf(holder), kind, challenge])

/**
 * The open challenge of a browser, which is used up by asking for it, whatever comes of the answer. Of two who ask at
 * once one gets it.
 */
export async function takeChallenge(
  req: PayloadRequest,
  { holder, kind }: Holder,
): Promise<string | undefined> {
  const [row] = await run<{ challenge: string; isGood: boolean }>(req, take, [hashOf(holder), kind])
  return row?.isGood ? row.challenge : undefined
}

/** Forgets challenges that nobody has answered in time. Answers with how many. */
export const sweepChallenges = async (req: PayloadRequest): Promise<number> =>
  (await run(req, sweep, [])).length

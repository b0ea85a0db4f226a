import { connectTo } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { Refusal, say } from './say.mjs'

const drop = `WITH who AS (SELECT id FROM users WHERE lower(email) = lower($1)),
  gone AS (DELETE FROM second_factors USING who WHERE user_id = who.id AND confirmed_at IS NOT NULL RETURNING user_id),
  steps AS (DELETE FROM staff_steps USING gone WHERE staff_steps.user_id = gone.user_id),
  sessions AS (DELETE FROM users_sessions USING gone WHERE _parent_id = gone.user_id)
  SELECT (SELECT count(*)::int FROM who) AS known, (SELECT user_id FROM gone) AS id`
const note = `INSERT INTO audit_entries (at, actor, action, entity, entity_id, reason)
  VALUES (now(), 'system', 'second-factor.off', 'users', $1, 'Taken away on the server by npm run staff:reset')`

/**
 * `npm run staff:reset -- <address>`: takes the second step from a member of staff, for the owner who has lost phone and
 * codes and has no other owner to ask. Signs them out everywhere; the password stays. Written into the audit log.
 */
export async function resetStaff(command, [address]) {
  if (!address) throw new Refusal('Say whose: npm run staff:reset -- owner@example.com')
  const { variables } = await openGround(command)
  const client = await connectTo(variables)
  try {
    await client.query('begin')
    const { rows } = await client.query(drop, [address])
    const [{ known, id }] = rows
    if (!known) throw new Refusal(`Nobody of the staff has the address ${address}.`)
    if (id) await client.query(note, [id])
    await client.query('commit')
    say(
      id
        ? `The second step of ${address} is gone. The password is enough now.`
        : `${address} has no second step.`,
    )
  } finally {
    await client.end()
  }
}

import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { run } from './run.mjs'
import { createDatabase, withClient } from './testing/database'

let url

beforeAll(async () => {
  url = await createDatabase(inject('clusterUrl'), 'staff_reset')
  await query(`WITH u AS (INSERT INTO users (name, role, email) VALUES ('Ada', 'owner', 'ada@example.com') RETURNING id),
    f AS (INSERT INTO second_factors (user_id, sealed, confirmed_at) SELECT id, 's', now() FROM u RETURNING id),
    c AS (INSERT INTO second_factor_codes (factor_id, hash) SELECT id, 'h' FROM f)
    INSERT INTO users_sessions (_order, _parent_id, id, expires_at) SELECT 1, id, 'one', now() + interval '1 hour' FROM u`)
})

const query = async (statement) => (await withClient(url, (client) => client.query(statement))).rows

const reset = (...args) =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), 'staff:reset', '--', ...args], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      MOLINI_DATA_DIR: mkdtempSync(join(inject('dataRoot'), 'staff-reset-')),
    },
  })

test('an operator takes the second step from an owner who has lost it: once, signed out everywhere, in the audit log', async () => {
  const gone = await reset('Ada@example.com')
  expect([gone.code, gone.output]).toEqual([0, expect.stringContaining('is gone')])
  expect(
    await query(`SELECT (SELECT count(*)::int FROM second_factors) AS factors, (SELECT count(*)::int FROM users_sessions) AS sessions,
      (SELECT count(*)::int FROM users) AS users, (SELECT string_agg(action || ' ' || actor, ',') FROM audit_entries) AS audit`),
  ).toEqual([{ factors: 0, sessions: 0, users: 1, audit: 'second-factor.off system' }])
  const again = await reset('ada@example.com')
  expect([again.code, again.output]).toEqual([0, expect.stringContaining('has no second step')])
})

test('whoever is not named, or not there, is refused in a sentence', async () => {
  const [nobody, stranger] = [await reset(), await reset('bob@example.com')]
  expect([nobody.code, nobody.output]).toEqual([1, expect.stringContaining('Say whose')])
  expect([stranger.code, stranger.output]).toEqual([1, expect.stringContaining('Nobody of the staff')])
})

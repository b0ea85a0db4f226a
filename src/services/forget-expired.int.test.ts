import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { runDue } from '#ops/jobs/run-due'
import { getTestRequest } from '../start/testing/payload'
import { makeKey } from './account-keys'
import { forgetExpired } from './forget-expired'
import { beginFactor } from './second-factor'
import { openSession } from './sign-in-session'
import { inTransaction, rowsOf } from './transaction'

async function customer() {
  const req = await getTestRequest()
  const [row] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO customers (email, market) VALUES (${`${randomUUID()}@example.com`}, 'eu') RETURNING id`,
  )
  const customerId = row?.id ?? ''
  await inTransaction(req, async (tx) => {
    await openSession(tx, customerId)
    await makeKey(tx, { kind: 'sign-in', customerId, minutes: 15 })
  })
  await beginFactor(req, { customerId })
  return { req, id: customerId }
}

async function age(id: string): Promise<void> {
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`UPDATE account_keys SET expires_at = now() - interval '1 second' WHERE customer_id = ${id}`,
  )
  await rowsOf(
    req,
    sql`UPDATE account_sessions SET expires_at = now() - interval '1 second' WHERE customer_id = ${id}`,
  )
  await rowsOf(
    req,
    sql`UPDATE second_factors SET created_at = now() - interval '31 minutes' WHERE customer_id = ${id}`,
  )
}

const left = async (id: string) =>
  (
    await rowsOf<{ keys: number; sessions: number; factors: number }>(
      await getTestRequest(),
      sql`SELECT (SELECT count(*)::int FROM account_keys WHERE customer_id = ${id}) AS keys,
        (SELECT count(*)::int FROM account_sessions WHERE customer_id = ${id}) AS sessions,
        (SELECT count(*)::int FROM second_factors WHERE customer_id = ${id}) AS factors`,
    )
  )[0]

test('keys, sessions and begun factors that are over go, those that are good stay', async () => {
  const [old, good, on] = [await customer(), await customer(), await customer()]
  await rowsOf(old.req, sql`UPDATE second_factors SET confirmed_at = now() WHERE customer_id = ${on.id}`)
  await age(old.id)
  await age(on.id)
  expect(await forgetExpired(old.req)).toBe(5)
  expect(await left(old.id)).toEqual({ keys: 0, sessions: 0, factors: 0 })
  expect(await left(good.id)).toEqual({ keys: 1, sessions: 1, factors: 1 })
  expect(await left(on.id)).toEqual({ keys: 0, sessions: 0, factors: 1 })
})

test('it is done once a day', async () => {
  const { req, id } = await customer()
  await age(id)
  await rowsOf(req, sql`DELETE FROM shop_marks WHERE name = 'turn:forget-expired'`)
  expect((await runDue(req))['forget-expired']).toBe(3)
  await age((await customer()).id)
  expect((await runDue(req))['forget-expired']).toBe(0)
  await rowsOf(
    req,
    sql`UPDATE shop_marks SET at = now() - interval '25 hours' WHERE name = 'turn:forget-expired'`,
  )
  expect((await runDue(req))['forget-expired']).toBe(3)
})

test('a kind that cannot be forgotten keeps no other', async () => {
  const { req, id } = await customer()
  await age(id)
  await rowsOf(
    req,
    sql.raw(`CREATE FUNCTION keys_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'keys stay'; END $$;
      CREATE TRIGGER keys_stay BEFORE DELETE ON account_keys FOR EACH ROW EXECUTE FUNCTION keys_stay()`),
  )
  await expect(forgetExpired(req)).rejects.toThrow()
  await rowsOf(req, sql.raw('DROP FUNCTION keys_stay CASCADE'))
  expect(await left(id)).toEqual({ keys: 1, sessions: 0, factors: 0 })
})

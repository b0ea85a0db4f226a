import { beforeEach, expect, test } from 'vitest'
import { env } from '#env'
import { withClient } from '../../start/testing/database'
import { giveTurnBack, isBackupDue, retrySoon } from './memory'

const isDue = () => withClient(env.DATABASE_URL, isBackupDue)
/** As if so much time had gone by since. */
const pass = (time: string) =>
  withClient(env.DATABASE_URL, (client) =>
    client.query(`UPDATE shop_marks SET at = at - $1::interval WHERE name = 'turn:backup'`, [time]),
  )

beforeEach(() =>
  withClient(env.DATABASE_URL, (client) => client.query(`DELETE FROM shop_marks WHERE name = 'turn:backup'`)),
)

test('the first backup is due at once, and the next a day later, less half an hour', async () => {
  expect([await isDue(), await isDue()]).toEqual([true, false])
  await pass('23 hours 29 minutes')
  expect(await isDue()).toBe(false)
  await pass('2 minutes')
  expect([await isDue(), await isDue()]).toEqual([true, false])
})

test('of eight servers that look at once, one has the turn', async () => {
  for (let day = 0; day < 2; day += 1) {
    const answers = await Promise.all(Array.from({ length: 8 }, isDue))
    expect(answers.filter(Boolean)).toHaveLength(1)
    await pass('24 hours')
  }
})

test('one that failed is due again in an hour', async () => {
  await isDue()
  await withClient(env.DATABASE_URL, retrySoon)
  await pass('59 minutes')
  expect(await isDue()).toBe(false)
  await pass('2 minutes')
  expect(await isDue()).toBe(true)
})

test('one that was stopped from outside is due at once', async () => {
  await isDue()
  await withClient(env.DATABASE_URL, giveTurnBack)
  expect(await isDue()).toBe(true)
})

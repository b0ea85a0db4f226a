import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import type { Role } from '#domain/permissions'
import { rowsOf } from '#services/transaction'
import { makeStyle, productData } from '../../start/testing/catalogue'
import { callRest, signedIn } from '../../start/testing/http'
import { getTestPayload, getTestRequest } from '../../start/testing/payload'
import { publishScheduled } from './publish-scheduled'

const payload = await getTestPayload()
const { cookie } = await signedIn('merchandiser')

async function makeProduct(status: 'draft' | 'published'): Promise<string> {
  const body = productData(await makeStyle(), { _status: status })
  const { json } = await callRest('products?draft=true', { method: 'POST', cookie, body })
  return (json as { doc: { id: string } }).doc.id
}

/** As the drawer "Schedule publish" of the admin queues it: in the name of the person at the screen. */
async function schedule(
  id: string,
  role: Role,
  type: 'publish' | 'unpublish',
  inSeconds = -1,
): Promise<string> {
  const person = await signedIn(role)
  await payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'products', value: id },
      user: { relationTo: 'users', value: person.id },
    },
    waitUntil: new Date(Date.now() + inSeconds * 1000),
  } as unknown as Parameters<typeof payload.jobs.queue>[0])
  return person.id
}

const run = async () => publishScheduled(await getTestRequest())
const isInShop = async (id: string) => (await callRest(`products/${id}`)).status === 200
const deedsOn = async (id: string) =>
  (
    await rowsOf<{ action: string; actor_id: string }>(
      await getTestRequest(),
      sql`SELECT action, actor_id FROM audit_entries WHERE entity_id = ${id} AND action <> 'create' ORDER BY seq`,
    )
  ).map(({ action, actor_id }) => [action, actor_id])

test('a product is published and unpublished at its time, in the name of who scheduled it', async () => {
  const id = await makeProduct('draft')
  const first = await schedule(id, 'merchandiser', 'publish')
  expect(await isInShop(id)).toBe(false)
  await run()
  expect(await isInShop(id)).toBe(true)
  const second = await schedule(id, 'owner', 'unpublish')
  await run()
  expect(await isInShop(id)).toBe(false)
  expect(await deedsOn(id)).toEqual([
    ['publish', first],
    ['unpublish', second],
  ])
})

test('nothing happens before its time, and nothing twice', async () => {
  const id = await makeProduct('draft')
  await schedule(id, 'merchandiser', 'publish', 3600)
  await run()
  expect(await isInShop(id)).toBe(false)
  await schedule(id, 'merchandiser', 'publish')
  await run()
  await run()
  expect(await deedsOn(id)).toHaveLength(1)
})

test('who may not publish schedules nothing that happens', async () => {
  const id = await makeProduct('draft')
  await schedule(id, 'analyst', 'publish')
  await run()
  expect(await isInShop(id)).toBe(false)
  expect(await deedsOn(id)).toEqual([])
})

test('what a process had begun when it was killed is done by the next, once; what is done or has failed for good is left', async () => {
  const [begun, failed] = [await makeProduct('draft'), await makeProduct('draft')]
  const person = await schedule(begun, 'merchandiser', 'publish')
  await schedule(failed, 'merchandiser', 'publish')
  const req = await getTestRequest()
  const mark = (id: string, hasError: boolean) =>
    rowsOf(
      req,
      sql`UPDATE payload_jobs SET processing = true, has_error = ${hasError}
        WHERE completed_at IS NULL AND input->'doc'->>'value' = ${id} RETURNING 1`,
    )
  expect(await mark(begun, false)).toHaveLength(1)
  expect(await mark(failed, true)).toHaveLength(1)
  await Promise.all([run(), run()])
  await run()
  expect(await isInShop(begun)).toBe(true)
  expect(await deedsOn(begun)).toEqual([['publish', person]])
  expect(await deedsOn(failed)).toEqual([])
})

import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { findRedirect } from '#queries/redirects'
import { rowsOf } from '#services/transaction'
import { makeStyle } from '../src/start/testing/catalogue'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

const { cookie } = await signedIn('merchandiser')
const payload = await getTestPayload()
const newSlug = () => `c${randomBytes(5).toString('hex')}`

interface Made {
  id: string
  slug: string
}
interface Answer {
  doc?: { id: string; path: string }
  errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[]
}

const send = async (method: string, path: string, body?: object) => {
  const { status, json } = await callRest(`categories${path}`, { method, cookie, body })
  return { status, ...(json as Answer) }
}
const change = (id: string, body: object) => send('PATCH', `/${id}`, body)

async function make(parent?: Made): Promise<Made> {
  const slug = newSlug()
  const { status, doc } = await send('POST', '', {
    name: slug,
    slug,
    parent: parent?.id,
    path: 'not/what/i/say',
  })
  expect(status).toBe(201)
  return { id: String(doc?.id), slug }
}

const pathOf = async ({ id }: Made): Promise<string> => {
  const [row] = await rowsOf<{ path: string }>(
    await getTestRequest(),
    sql`SELECT path FROM categories WHERE id = ${id}::uuid`,
  )
  return row?.path ?? ''
}
const fieldOf = ({ errors }: Answer) => errors?.[0]?.data?.errors?.[0]

test('the path follows from the parents, whatever was sent', async () => {
  const root = await make()
  const middle = await make(root)
  const leaf = await make(middle)
  expect(await pathOf(leaf)).toBe(`${root.slug}/${middle.slug}/${leaf.slug}`)
})

test('a renamed category takes along what lies below it, and every old address leads to the new one', async () => {
  const root = await make()
  const middle = await make(root)
  const leaf = await make(middle)
  const old = await pathOf(leaf)
  const slug = newSlug()
  expect((await change(root.id, { slug })).status).toBe(200)
  expect(await pathOf(leaf)).toBe(`${slug}/${middle.slug}/${leaf.slug}`)
  expect(await findRedirect(`/c/${root.slug}`)).toBe(`/c/${slug}`)
  expect(await findRedirect(`/c/${old}`)).toBe(`/c/${slug}/${middle.slug}/${leaf.slug}`)
})

test('a moved category leaves redirects, a second move leads straight to the end, and back again to none', async () => {
  const [one, two, three] = [await make(), await make(), await make()]
  const branch = await make(one)
  const leaf = await make(branch)
  for (const parent of [two, three]) expect((await change(branch.id, { parent: parent.id })).status).toBe(200)
  const end = `/c/${three.slug}/${branch.slug}/${leaf.slug}`
  for (const parent of [one, two])
    expect(await findRedirect(`/c/${parent.slug}/${branch.slug}/${leaf.slug}`)).toBe(end)
  expect((await change(branch.id, { parent: one.id })).status).toBe(200)
  expect(await findRedirect(`/c/${one.slug}/${branch.slug}/${leaf.slug}`)).toBeUndefined()
  expect(await findRedirect(end)).toBe(`/c/${one.slug}/${branch.slug}/${leaf.slug}`)
})

test('a category below itself is refused at the field, in words, and nothing moves', async () => {
  const root = await make()
  const middle = await make(root)
  const leaf = await make(middle)
  for (const parent of [root, middle, leaf]) {
    const answer = await change(root.id, { parent: parent.id })
    expect(answer.status).toBe(400)
    expect(fieldOf(answer)).toMatchObject({
      path: 'parent',
      message: expect.stringContaining('below itself'),
    })
  }
  expect(await pathOf(leaf)).toBe(`${root.slug}/${middle.slug}/${leaf.slug}`)
})

test('a fourth level is refused, also by moving a branch', async () => {
  const root = await make()
  const middle = await make(root)
  const leaf = await make(middle)
  const slug = newSlug()
  const fourth = await send('POST', '', { name: slug, slug, parent: leaf.id })
  expect([fourth.status, fieldOf(fourth)?.path]).toEqual([400, 'parent'])
  const branch = await make()
  await make(branch)
  const moved = await change(branch.id, { parent: middle.id })
  expect(fieldOf(moved)?.message).toContain('would need 4')
})

test('two moves at once never close a circle', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await make(), await make()]
    const answers = await Promise.all([
      change(one.id, { parent: two.id }),
      change(two.id, { parent: one.id }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
  }
})

test('a category with something in it is neither trashed nor deleted; an empty one is, and comes back', async () => {
  const root = await make()
  const leaf = await make(root)
  const deletedAt = new Date().toISOString()
  const style = await makeStyle()
  const how = { overrideAccess: true, req: await getTestRequest() } as const
  await payload.update({
    collection: 'styles',
    id: style,
    data: { categories: [leaf.id] },
    ...how,
    overrideAccess: true,
  })
  for (const [one, words] of [
    [root, 'one category lies below it'],
    [leaf, 'one style is in it'],
  ] as const)
    for (const answer of [await change(one.id, { deletedAt }), await send('DELETE', `/${one.id}`)]) {
      expect(answer.status).toBe(409)
      expect(answer.errors?.[0]?.message).toContain(words)
    }
  await payload.update({
    collection: 'styles',
    id: style,
    data: { categories: [] },
    ...how,
    overrideAccess: true,
  })
  expect((await change(leaf.id, { deletedAt })).status).toBe(200)
  expect((await change(root.id, { deletedAt })).status).toBe(200)
  const early = await send('PATCH', `/${leaf.id}?trash=true`, { deletedAt: null })
  expect(fieldOf(early)?.message).toContain('trash')
  expect((await send('PATCH', `/${root.id}?trash=true`, { deletedAt: null })).status).toBe(200)
  expect((await send('PATCH', `/${leaf.id}?trash=true`, { deletedAt: null })).status).toBe(200)
})

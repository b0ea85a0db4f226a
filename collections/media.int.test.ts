import sharp from 'sharp'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { makeStyle, productData } from '../src/start/testing/catalogue'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

const { cookie } = await signedIn('merchandiser')
const payload = await getTestPayload()

async function upload(alt?: string) {
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#84451f' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt }))
  form.append('file', new File([new Uint8Array(bytes)], 'derby.png', { type: 'image/png' }))
  const { status, json } = await callRest('media', { method: 'POST', body: form, cookie })
  const { doc, errors } = json as {
    doc?: { id: string }
    errors?: { data?: { errors?: { path: string }[] } }[]
  }
  return { status, id: doc?.id ?? '', field: errors?.[0]?.data?.errors?.[0]?.path }
}

const remove = async (id: string) => {
  const { status, json } = await callRest(`media/${id}`, { method: 'DELETE', cookie })
  return { status, message: (json as { errors?: { message: string }[] }).errors?.[0]?.message }
}

test('a picture without alternative text is refused at its field', async () => {
  expect(await upload()).toMatchObject({ status: 400, field: 'alt' })
})

test('a picture that is shown is kept, and the answer says where it is shown', async () => {
  const { id } = await upload('A derby')
  const style = await makeStyle()
  const how = { overrideAccess: true, req: await getTestRequest() } as const
  const pictures = [{ image: id, view: 'side' }]
  for (let count = 0; count < 2; count += 1)
    await payload.create({
      collection: 'products',
      data: productData(style, { pictures }) as never,
      draft: false,
      ...how,
      overrideAccess: true,
    })
  const slug = `boots-${Date.now()}`
  const category = await payload.create({
    collection: 'categories',
    data: { name: 'Boots', slug, picture: id },
    ...how,
    overrideAccess: true,
  })
  const { status, message } = await remove(id)
  expect(status).toBe(409)
  expect(message).toContain('2 products')
  expect(message).toContain('one category')
  await rowsOf(await getTestRequest(), sql`DELETE FROM products_pictures WHERE image_id = ${id}::uuid`)
  const inVersions = sql`DELETE FROM _products_v_version_pictures WHERE image_id = ${id}::uuid`
  await rowsOf(await getTestRequest(), inVersions)
  await payload.update({
    collection: 'categories',
    id: category.id,
    data: { picture: null },
    ...how,
    overrideAccess: true,
  })
  expect(await remove(id)).toEqual({ status: 200, message: undefined })
})

test('a picture that nothing shows is deleted', async () => {
  expect((await remove((await upload('A boot')).id)).status).toBe(200)
})

test('a picture that only the newest draft of a published page shows is kept, that of an older draft is not', async () => {
  const { id } = await upload('A boot')
  const how = { collection: 'pages', overrideAccess: true, req: await getTestRequest() } as const
  const page = await payload.create({
    ...how,
    overrideAccess: true,
    data: { title: 'Boots', slug: `boots-${Date.now()}`, layout: [], _status: 'published' } as never,
  })
  const strip = (image: string | null) => ({
    layout: image ? [{ blockType: 'materialStrip', items: [{ picture: image, title: 'Calf' }] }] : [],
  })
  await payload.update({ ...how, overrideAccess: true, id: page.id, draft: true, data: strip(id) as never })
  const refused = await remove(id)
  expect(refused.status).toBe(409)
  expect(refused.message).toContain('one page')
  await payload.update({ ...how, overrideAccess: true, id: page.id, draft: true, data: strip(null) as never })
  expect(await remove(id)).toEqual({ status: 200, message: undefined })
})

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

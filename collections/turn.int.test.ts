import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { fewestFrames } from '#domain/turn'
import { getProduct } from '#queries/products'
import { rowsOf, sql } from '#queries/sql'
import { makeProduct } from '../src/services/testing/shop-rows'
import { makeStyle } from '../src/start/testing/catalogue'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const { cookie } = await signedIn('merchandiser')

async function upload(place: number, size = { width: 64, height: 48 }): Promise<string> {
  const plain = sharp({ create: { ...size, channels: 3, background: { r: place * 9, g: 80, b: 40 } } })
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: 'A red derby, all around' }))
  form.append(
    'file',
    new File([new Uint8Array(await plain.png().toBuffer())], `${place}.png`, { type: 'image/png' }),
  )
  const { json } = await callRest('media', { method: 'POST', body: form, cookie })
  return (json as { doc: { id: string } }).doc.id
}

let frames: string[]
let product: { id: string; slug: string }
beforeAll(async () => {
  frames = []
  for (let place = 0; place < fewestFrames; place += 1) frames.push(await upload(place))
  const req = await getTestRequest()
  product = await makeProduct(req, { stock: [1] })
  await rowsOf(
    sql`UPDATE products SET style_id = ${await makeStyle()}, colour_group = 'black' WHERE id = ${product.id}`,
  )
})

/** The status of the answer, and what it says of the field. */
async function save(turn: unknown, status: 'draft' | 'published' = 'published') {
  const path = `products/${product.id}${status === 'draft' ? '?draft=true' : ''}`
  const answer = await callRest(path, { method: 'PATCH', cookie, body: { turn, _status: status } })
  const { errors = [] } = answer.json as { errors?: { data?: { errors?: { message: string }[] } }[] }
  return [answer.status, errors[0]?.data?.errors?.[0]?.message]
}
const shown = async () => (await getProduct('eu', product.slug))?.turn?.map(({ id }) => id.slice(0, 36))

test('what is published turns, in its order, or is refused in words; a draft may wait for its pictures', async () => {
  expect(await shown()).toBeUndefined()
  const square = await upload(20, { width: 48, height: 48 })
  const [first = '', ...rest] = frames
  const refused: [unknown, RegExp][] = [
    [rest, /12 to 72 pictures; here are 11/],
    [[...frames, first], /^Picture 13 is the same as picture 1/],
    [[...frames, square], /the first is 64 × 48, picture 13 is 48 × 48/],
    [[...frames, 'derby'], /^Number 13 is no picture of the shop/],
    [[...frames, '00000000-0000-4000-8000-000000000000'], /^Number 13 is no picture of the shop/],
    [Array.from({ length: 73 }, () => first), /^At most 72/],
  ]
  for (const [turn, words] of refused)
    expect(await save(turn), String(words)).toEqual([400, expect.stringMatching(words)])
  expect(await save(rest, 'draft')).toEqual([200, undefined])
  expect(await shown()).toBeUndefined()
  const backwards = frames.toReversed()
  expect(await save(backwards)).toEqual([200, undefined])
  expect(await shown()).toEqual(backwards)
  const kept = await callRest(`media/${first}`, { method: 'DELETE', cookie })
  expect([kept.status, kept.text]).toEqual([409, expect.stringMatching(/still shown: one product/)])
  // A picture that is replaced by one of other proportions turns no more.
  await rowsOf(sql`UPDATE media SET height = 64 WHERE id = ${first}`)
  expect(await shown()).toBeUndefined()
})

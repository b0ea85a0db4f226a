import { expect, test } from 'vitest'
import { dropped } from '../src/start/testing/dropped-tags'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'
import { makeStyle } from '../src/start/testing/catalogue'
import { getProduct } from '#queries/products'
import { makeProduct } from '#services/testing/shop-rows'
import { rowsOf, sql } from '#queries/sql'

async function complete(id: string, completes: string[]) {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  return payload.update({
    collection: 'styles',
    id,
    data: { completes },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

test('what completes the look drops the pages of each colour, and the next reading names it in order', async () => {
  const req = await getTestRequest()
  const [one, second] = [await makeProduct(req, { stock: [1] }), await makeProduct(req, { stock: [1] })]
  const style = await makeStyle()
  await rowsOf(sql`UPDATE products SET style_id = ${style}::uuid WHERE slug IN (${one.slug}, ${second.slug})`)
  const others = [await makeStyle(), await makeStyle()]
  const draft = await makeStyle('draft')
  dropped.clear()
  await complete(style, [...others, draft].toReversed())
  expect(dropped).toEqual(new Set(['catalogue', `product:${one.slug}`, `product:${second.slug}`]))
  const seen = await getProduct('eu', one.slug)
  expect(seen?.completes.map(({ id }) => id)).toEqual(others.toReversed())
})

test('a style completes neither itself nor more than four', async () => {
  const style = await makeStyle()
  await expect(complete(style, [style])).rejects.toThrow(/Completes the look/)
  const five = await Promise.all(Array.from({ length: 5 }, () => makeStyle()))
  await expect(complete(style, five)).rejects.toThrow(/Completes the look/)
  await expect(complete(style, five.slice(1))).resolves.toMatchObject({ completes: five.slice(1) })
})

const leather = (): ('leather' | 'textile')[] => ['leather']

test.each(['upper', 'lining', 'sole'])(
  'a shoe is published only when it is said what its %s is made of; a draft may wait',
  async (part) => {
    const payload = await getTestPayload()
    const req = await getTestRequest()
    const id = await makeStyle('draft')
    const all = { upper: leather(), lining: leather(), sole: leather() }
    const save = (status: 'draft' | 'published', materials = all) =>
      payload.update({
        collection: 'styles',
        id,
        data: { materials, _status: status },
        draft: status === 'draft',
        depth: 0,
        overrideAccess: true,
        req,
      })
    const lacking = { ...all, [part]: [] }
    await expect(save('draft', lacking)).resolves.toMatchObject({ _status: 'draft' })
    await expect(save('published', lacking)).rejects.toMatchObject({
      data: { errors: [{ path: `materials.${part}` }] },
    })
    const [kept] = await rowsOf(sql`SELECT _status::text FROM styles WHERE id = ${id}::uuid`)
    expect(kept).toEqual({ _status: 'draft' })
    await expect(save('published')).resolves.toMatchObject({ _status: 'published' })
  },
)

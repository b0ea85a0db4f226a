import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { dropped } from '../src/start/testing/dropped-tags'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'
import { brandData, makeStyle } from '../src/start/testing/catalogue'
import { findRedirect } from '#queries/redirects'

const mark = () => randomBytes(5).toString('hex')

async function context() {
  return {
    payload: await getTestPayload(),
    how: { overrideAccess: true, req: await getTestRequest() } as const,
  }
}

async function newProduct(style: string): Promise<{ id: string; slug: string }> {
  const { payload, how } = await context()
  const slug = `product-${mark()}`
  const data = { slug, style, colour: 'Black', colourGroup: 'black' as const, _status: 'published' as const }
  const { id } = await payload.create({ collection: 'products', data, ...how, overrideAccess: true })
  return { id, slug }
}

test('a brand drops listings and product pages', async () => {
  const { payload, how } = await context()
  await payload.create({ collection: 'brands', data: brandData(), ...how, overrideAccess: true })
  expect([...dropped].toSorted()).toEqual(['catalogue', 'products'])
})

test('a category drops what names it on every page, listings and product pages', async () => {
  const { payload, how } = await context()
  const data = { name: 'Boots', slug: `boots-${mark()}` }
  await payload.create({ collection: 'categories', data, ...how, overrideAccess: true })
  expect([...dropped].toSorted()).toEqual(['catalogue', 'categories', 'products'])
})

test('a renamed category also drops the redirects', async () => {
  const { payload, how } = await context()
  const data = { name: 'Boots', slug: `boots-${mark()}` }
  const { id } = await payload.create({ collection: 'categories', data, ...how, overrideAccess: true })
  dropped.clear()
  const renamed = { slug: `shoes-${mark()}` }
  await payload.update({ collection: 'categories', id, data: renamed, ...how, overrideAccess: true })
  expect([...dropped].toSorted()).toEqual(['catalogue', 'categories', 'products', 'site'])
})

test('a product drops its own page, those of its other colours, and listings', async () => {
  const style = await makeStyle()
  const [one, other] = [await newProduct(style), await newProduct(style)]
  dropped.clear()
  const { payload, how } = await context()
  const data = { popularity: 5 }
  await payload.update({ collection: 'products', id: one.id, data, ...how, overrideAccess: true })
  expect([...dropped].toSorted()).toEqual(
    ['catalogue', `product:${one.slug}`, `product:${other.slug}`].toSorted(),
  )
})

test('a page drops pages, its draft drops nothing', async () => {
  const { payload, how } = await context()
  const page = { title: 'About', slug: `about-${mark()}` }
  const draft = { ...page, _status: 'draft' as const }
  const { id } = await payload.create({
    collection: 'pages',
    data: draft,
    draft: true,
    ...how,
    overrideAccess: true,
  })
  expect([...dropped]).toEqual([])
  const data = { _status: 'published' as const }
  await payload.update({ collection: 'pages', id, data, ...how, overrideAccess: true })
  expect([...dropped]).toEqual(['pages'])
})

test('a zone of delivery drops what stands on every page: it says from when delivery is free', async () => {
  const { payload, how } = await context()
  const data = { name: 'Europe', code: `zone-${mark()}` }
  await payload.create({ collection: 'shipping-zones', data, ...how, overrideAccess: true })
  expect([...dropped]).toEqual(['site'])
})

test.each(['navigation', 'footer', 'shop-settings'] as const)(
  '%s drops what stands on every page',
  async (slug) => {
    const { payload, how } = await context()
    await payload.updateGlobal({ slug, data: {}, ...how, overrideAccess: true })
    expect([...dropped]).toEqual(['site'])
  },
)

test('a changed slug leaves a redirect, and a chain of them leads straight to the end', async () => {
  const { payload, how } = await context()
  const { id, slug } = await newProduct(await makeStyle())
  const [second, third] = [`product-${mark()}`, `product-${mark()}`]
  for (const next of [second, third])
    await payload.update({ collection: 'products', id, data: { slug: next }, ...how, overrideAccess: true })
  expect(await findRedirect(`/p/${slug}`)).toBe(`/p/${third}`)
  expect(await findRedirect(`/p/${second}`)).toBe(`/p/${third}`)
  await payload.update({ collection: 'products', id, data: { slug }, ...how, overrideAccess: true })
  expect(await findRedirect(`/p/${slug}`)).toBeUndefined()
  expect(await findRedirect(`/p/${third}`)).toBe(`/p/${slug}`)
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Page } from '#types'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { seedShop } from '../demo/seed/seed-shop'
import { getPage } from './pages'
import { rowsOf, sql } from './sql'

const idOf = async (query: ReturnType<typeof sql>): Promise<string> =>
  (await rowsOf<{ id: string }>(query))[0]?.id ?? ''

async function pageOf(layout: NonNullable<Page['layout']>) {
  const slug = `page-${randomUUID()}`
  await (
    await getTestPayload()
  ).create({
    collection: 'pages',
    data: { title: 'Blocks', slug, layout, _status: 'published' },
    locale: 'en',
    overrideAccess: true,
    req: await getTestRequest(),
  })
  return slug
}

test('every kind of block of the home page is drawn in every language, and a block that points at nothing is left out', async () => {
  await seedShop({ payload: await getTestPayload(), log: () => {} })
  for (const market of ['eu', 'it', 'de', 'us'] as const) {
    const home = await getPage(market, 'home')
    const types = home?.blocks.map(({ type }) => type) ?? []
    expect(types, market).toEqual([
      'hero',
      'sizeGrid',
      'productRow',
      'split',
      'sizeTeaser',
      'categoryTiles',
      'lookbook',
      'quote',
      'productRow',
      'split',
      'materialStrip',
      'brandStrip',
      'stores',
      'newsletter',
    ])
  }
  const german = await getPage('de', 'home')
  expect(german?.blocks.find(({ type }) => type === 'newsletter')).toMatchObject({
    heading: 'Ein Brief im Monat',
  })
  const [picture, brand, category, product] = await Promise.all([
    idOf(sql`SELECT id FROM media LIMIT 1`),
    idOf(sql`SELECT id FROM brands WHERE slug = 'molini'`),
    idOf(sql`SELECT id FROM categories WHERE slug = 'men'`),
    idOf(sql`SELECT id FROM products WHERE slug = 'albona-derby-cognac'`),
  ])
  const slug = await pageOf([
    { blockType: 'video', picture, source: '/assets/last.webm', heading: 'Lasts' },
    { blockType: 'video', picture, source: 'https://videos.example/1' },
    { blockType: 'brandStrip', brands: [brand], category },
    { blockType: 'brandStrip', brands: [brand] },
    { blockType: 'lookbook', picture, spots: [{ product, x: 20, y: 80 }] },
  ])
  const shown = await getPage('us', slug)
  expect(shown?.blocks).toMatchObject([
    { type: 'video', isOwn: true },
    { type: 'video', isOwn: false },
    { brands: [{ name: 'Molini', href: '/c/men/f/brand-molini' }] },
    { brands: [{ name: 'Molini', href: '/search?q=Molini' }] },
    { spots: [{ x: 20, y: 80, product: { slug: 'albona-derby-cognac' } }] },
  ])
  await rowsOf(sql`UPDATE products SET _status = 'draft' WHERE id = ${product}::uuid`)
  expect((await getPage('us', slug))?.blocks.map(({ type }) => type)).not.toContain('lookbook')
}, 240_000)

test.each(['javascript:alert(1)', 'http://plain.example/1', '/assets/last.mov', '//elsewhere.example/a.mp4'])(
  '%s is no video',
  async (source) => {
    const picture = await idOf(sql`SELECT id FROM media LIMIT 1`)
    await expect(pageOf([{ blockType: 'video', picture, source }])).rejects.toThrow()
  },
)

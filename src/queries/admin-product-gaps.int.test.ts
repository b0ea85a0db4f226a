import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { wantedViews } from '#domain/product-gaps'
import { rowsOf } from '#services/transaction'
import { makeProduct } from '../services/testing/shop-rows'
import { getTestRequest } from '../start/testing/payload'
import { getPhotoGaps } from './admin-product-gaps'

test('a published product that no picture shows from a side is named with it, and no longer once one does', async () => {
  const req = await getTestRequest()
  const [shoe, draft] = [
    await makeProduct(req, { stock: [1] }),
    await makeProduct(req, { stock: [1], status: 'draft' }),
  ]
  const [picture] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO media (filename, mime_type) VALUES (${`${shoe.slug}.webp`}, 'image/webp') RETURNING id`,
  )
  await rowsOf(req, sql`UPDATE products SET popularity = 100000 WHERE id IN (${shoe.id}, ${draft.id})`)
  const show = (view: string, place: number) =>
    rowsOf(
      req,
      sql`INSERT INTO products_pictures (_order, _parent_id, id, image_id, view)
        VALUES (${place}, ${shoe.id}, ${`${shoe.slug}-${view}`}, ${picture?.id}, ${view})`,
    )
  const lackOf = async () => {
    const { first, lacking } = await getPhotoGaps(req.payload, 1000)
    expect(first).toHaveLength(lacking)
    expect(first.map(({ productId }) => productId)).not.toContain(draft.id)
    return first.find(({ productId }) => productId === shoe.id)?.missing
  }
  expect(await lackOf()).toEqual(wantedViews)
  for (const [place, view] of wantedViews.slice(0, -1).entries()) await show(view, place)
  expect(await lackOf()).toEqual(['worn'])
  expect((await getPhotoGaps(req.payload)).byView.find(({ view }) => view === 'worn')?.count).toBeGreaterThan(
    0,
  )
  await show('worn', 9)
  expect(await lackOf()).toBeUndefined()
})

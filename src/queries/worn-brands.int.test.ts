import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { madeFor } from '#domain/worn-elsewhere'
import { rowsOf } from '#services/transaction'
import { callStore } from '../app/api/_http/testing/call-store'
import { makeProduct } from '../services/testing/shop-rows'
import { getTestRequest } from '../start/testing/payload'
import { getVoices, getWornBrand, getWornBrands } from './worn-brands'

const one = async (query: ReturnType<typeof sql>): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(await getTestRequest(), query)
  return row?.id ?? ''
}

/** A brand that labels its one size half a size higher in the UK, with a style of a segment and what buyers say of it. */
async function brandOf(segment: string) {
  const mark = randomUUID().slice(0, 8)
  const slug = `worn-${mark}`
  const req = await getTestRequest()
  const brand = await one(
    sql`INSERT INTO brands (name, slug, manufacturer_name, manufacturer_email, manufacturer_street, manufacturer_postal_code, manufacturer_city, manufacturer_country)
      VALUES (${slug}, ${slug}, 'M', 'm@example.com', 'S', '1', 'C', 'IT') RETURNING id`,
  )
  const scale = await one(
    sql`INSERT INTO variant_types (label, name, kind) VALUES (${slug}, ${slug}, 'size') RETURNING id`,
  )
  const size = await one(
    sql`INSERT INTO variant_options (variant_type_id, label, value, eu, uk, us_m, us_w, foot_mm, rank)
      VALUES (${scale}, '42', '42', '42', '8', '9', '10.5', 267, 1) RETURNING id`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO brands_size_overrides (_order, _parent_id, id, size_id, uk) VALUES (1, ${brand}, ${slug}, ${size}, '8.5')`,
  )
  const style = await one(
    sql`INSERT INTO styles (name, slug, segment, brand_id, size_scale_id, _status) VALUES (${slug}, ${slug}, ${segment}, ${brand}, ${scale}, 'published') RETURNING id`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO review_summaries (style_id, fit_small, fit_true, fit_large, back_small) VALUES (${style}, 7, 2, 1, 3)`,
  )
  return { req, slug, style, size }
}

test('a brand has its own labels, and the voices of all its shoes with those that went back', async () => {
  const { slug, style } = await brandOf('men')
  const brand = await getWornBrand('men', slug)
  expect(brand).toMatchObject({ name: slug, voices: { small: 10, true: 2, large: 1 } })
  expect(await getVoices(style)).toEqual({ small: 10, true: 2, large: 1 })
  const worn = (size: string, system: 'uk' | 'eu') => brand && madeFor({ brand, size, system }, 'men')
  expect([worn('8.5', 'uk'), worn('8', 'uk'), worn('42', 'eu')]).toEqual([267, undefined, 267])
})

test('a brand stands where it has shoes of the segment, and nowhere else', async () => {
  const { slug } = await brandOf('women')
  const isIn = async (segment: 'men' | 'women' | 'unisex') =>
    (await getWornBrands(segment)).some((brand) => brand.slug === slug)
  expect([await isIn('women'), await isIn('unisex'), await isIn('men')]).toEqual([true, true, false])
})

test('the form leads to the page of its answer, and of a size that there is not to the words for it', async () => {
  const { req, slug, style, size } = await brandOf('men')
  const shoe = await makeProduct(req, { stock: [2] })
  await rowsOf(req, sql`UPDATE products SET style_id = ${style} WHERE id = ${shoe.id}`)
  await rowsOf(req, sql`UPDATE variants SET size_id = ${size} WHERE product_id = ${shoe.id}`)
  const ask = async (fields: Record<string, string>) => {
    const form = { market: 'it', product: shoe.slug, brand: slug, system: 'uk', size: '8,5', ...fields }
    const answer = await callStore('/forms/wear', { form })
    return [answer.status, answer.headers.get('location')]
  }
  const here = `/it/p/${shoe.slug}/wear`
  expect(await ask({})).toEqual([303, `${here}/${slug}/uk-8.5`])
  expect(await ask({ system: 'eu', size: 'EU 42' })).toEqual([303, `${here}/${slug}/eu-42`])
  const wrongs: Record<string, string>[] = [
    { size: '99' },
    { size: '' },
    { system: 'jp' },
    { brand: '../..' },
    { brand: '' },
  ]
  for (const wrong of wrongs) expect(await ask(wrong)).toEqual([303, `${here}/unknown`])
  expect(await ask({ product: '../x' })).toEqual([303, '/it'])
})

import { ValidationError } from 'payload'
import { expect, test } from 'vitest'
import { getProduct } from '#queries/products'
import { rowsOf, sql } from '#queries/sql'
import { makeProduct } from '#services/testing/shop-rows'
import { brandData, makeStyle } from '../src/start/testing/catalogue'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

const parts = ['name', 'email', 'street', 'postalCode', 'city', 'country']
const inTrieste = {
  name: 'Molini',
  email: 'safety@molini.example',
  street: 'Via dell’Acquedotto 12',
  postalCode: '34121',
  city: 'Trieste',
  country: 'IT',
}
const madeIn = (country: string) => ({ ...brandData().manufacturer, country })

async function create(data: Record<string, unknown>) {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const whole = { ...brandData(), ...data }
  return payload.create({ collection: 'brands', data: whole, overrideAccess: true, req })
}

async function update(id: string, data: Record<string, unknown>, locale: 'de' | 'en' | 'it' = 'en') {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  return payload.update({ collection: 'brands', id, data, locale, overrideAccess: true, req })
}

/** The fields that a refusal names. */
async function fieldsRefused(work: Promise<unknown>): Promise<string[]> {
  const refusal: unknown = await work.catch((error: unknown) => error)
  if (!(refusal instanceof ValidationError)) throw new Error('It was not refused')
  return refusal.data.errors.map(({ path }) => path)
}

async function pageOf(brand: string) {
  const [{ slug }, style] = [await makeProduct(await getTestRequest(), { stock: [1] }), await makeStyle()]
  await rowsOf(sql`UPDATE styles SET brand_id = ${brand}::uuid WHERE id = ${style}::uuid`)
  await rowsOf(sql`UPDATE products SET style_id = ${style}::uuid WHERE slug = ${slug}`)
  return { slug, style }
}

test('a maker outside the Union needs a responsible person inside, with name, postal and electronic address', async () => {
  const responsible = parts.map((part) => `responsible.${part}`)
  expect(await fieldsRefused(create({ manufacturer: madeIn('CN') }))).toEqual(responsible)
  expect(
    await fieldsRefused(create({ manufacturer: madeIn('CH'), responsible: { ...inTrieste, street: '' } })),
  ).toEqual(['responsible.street'])
  expect(
    await fieldsRefused(create({ manufacturer: madeIn('GB'), responsible: { ...inTrieste, country: 'GB' } })),
  ).toEqual(['responsible.country'])
  expect(
    await fieldsRefused(create({ manufacturer: madeIn('GB'), responsible: { ...inTrieste, email: 'none' } })),
  ).toEqual(['responsible.email'])
  expect(await fieldsRefused(create({ manufacturer: madeIn('Italy') }))).toEqual(['manufacturer.country'])
  await expect(create({ manufacturer: madeIn('NO') })).resolves.toBeDefined()
})

test('a maker cannot move out of the Union without naming somebody', async () => {
  const { id } = await create({ manufacturer: madeIn('IT') })
  expect(await fieldsRefused(update(id, { manufacturer: { country: 'US' } }))).toHaveLength(parts.length)
  await update(id, { manufacturer: { country: 'US' }, responsible: inTrieste })
  await update(id, { story: 'Since 1961.' })
  expect(await fieldsRefused(update(id, { responsible: { city: null } }))).toEqual(['responsible.city'])
})

test('a brand of before is read as it is, and asks for what is missing when it is saved', async () => {
  const { id } = await create({})
  await rowsOf(sql`UPDATE brands SET manufacturer_country = 'GB' WHERE id = ${id}::uuid`)
  const { slug } = await pageOf(id)
  const product = await getProduct('eu', slug)
  expect(product?.brandView.manufacturer.country).toBe('GB')
  expect(product?.brandView).not.toHaveProperty('responsible')
  expect(product).not.toHaveProperty('warnings')
  expect(await fieldsRefused(update(id, { story: 'Since 1961.' }))).toHaveLength(parts.length)
})

test('a page warns as its brand does, and otherwise where its style does', async () => {
  const { id } = await create({ warnings: 'Keep away from fire.' })
  const { slug, style } = await pageOf(id)
  const said = async () => [
    (await getProduct('eu', slug))?.warnings,
    (await getProduct('de', slug))?.warnings,
    (await getProduct('it', slug))?.warnings,
  ]
  expect(await said()).toEqual(Array(3).fill('Keep away from fire.'))
  await update(id, { warnings: 'Von Feuer fernhalten.' }, 'de')
  await update(id, { warnings: ' ' }, 'it')
  expect(await said()).toEqual(['Keep away from fire.', 'Von Feuer fernhalten.', 'Keep away from fire.'])
  await rowsOf(
    sql`INSERT INTO styles_locales (_parent_id, _locale, warnings) VALUES (${style}::uuid, 'en', 'Small parts.')`,
  )
  expect(await said()).toEqual(Array(3).fill('Small parts.'))
})

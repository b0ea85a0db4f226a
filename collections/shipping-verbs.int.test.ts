import { expect, test } from 'vitest'
import { makeProduct } from '../src/services/testing/shop-rows'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const owner = await signedIn('owner')
const merchandiser = await signedIn('merchandiser')
const bag = { country: 'IT', postalCode: '20121', currency: 'EUR', value: 12_900, weightG: 1_200 }

const ask = (body: unknown, cookie = owner.cookie) =>
  callRest('shipping-methods/quote', { method: 'POST', cookie, body })

test('the owner asks what it costs to send a bag; nobody else does', async () => {
  await makeProduct(await getTestRequest(), { stock: [] })
  expect(await ask(bag)).toMatchObject({
    status: 200,
    json: {
      zone: 'Europe',
      taxRate: 2_200,
      methods: [{ code: 'standard', price: 590 }, { code: 'express' }],
    },
  })
  expect(await ask(bag, merchandiser.cookie)).toMatchObject({ status: 403, json: { code: 'access.denied' } })
  expect(await ask(bag, '')).toMatchObject({ status: 403 })
})

test.each([
  ['a country by its name', { country: 'Italy' }, 'country'],
  ['a worth below nothing', { value: -1 }, 'value'],
  ['half a gram', { weightG: 0.5 }, 'weightG'],
  ['a currency the shop does not have', { currency: 'CHF' }, 'currency'],
  ['a postcode that cannot be printed', { postalCode: '1\u0007' }, 'postalCode'],
])('%s is refused by its field', async (_name, change, path) => {
  expect(await ask({ ...bag, ...change })).toMatchObject({
    status: 422,
    json: { code: 'validation.failed', errors: [{ path }] },
  })
})

test('a method needs a zone and a price, and its figures are whole', async () => {
  const post = (path: string, body: unknown) => callRest(path, { method: 'POST', cookie: owner.cookie, body })
  const zone = (await post('shipping-zones', { name: 'Bicycles', code: 'bicycles' })).json as {
    doc: { id: string }
  }
  const price = { currency: 'EUR', price: 590 }
  const good = {
    ...{ name: 'Bicycle', code: 'bicycle', kind: 'delivery', minDays: 1, maxDays: 2, active: false },
    zone: zone.doc.id,
    rates: [{ ...price, minValue: 0, maxValue: 9_999, maxWeightG: 5_000, freeFrom: 5_000 }, price],
  }
  for (const [change, path] of [
    [{ zone: undefined }, 'zone'],
    [{ rates: [] }, 'rates'],
    [{ rates: [{ ...price, price: 5.5 }] }, 'rates.0.price'],
    [{ rates: [{ ...price, maxWeightG: -1 }] }, 'rates.0.maxWeightG'],
    [{ kind: 'pickup', zone: undefined }, 'location'],
  ] as const) {
    const answer = await post('shipping-methods', { ...good, ...change })
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.text).toContain(`"path":"${path}"`)
  }
  expect((await post('shipping-methods', good)).status).toBe(201)
})

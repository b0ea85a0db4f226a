import { expect, test } from 'vitest'
import { planFrom } from './plan'

const values = {
  startsAt: '2026-01-10T00:00:00.000Z',
  kind: 'percent',
  percent: 20,
  brands: [{ id: 'b1' }],
  products: ['p1'],
}

test('a form becomes a plan, whether relations come as ids or as rows', () => {
  expect(planFrom(values, { currency: 'EUR' })).toMatchObject({
    body: {
      kind: 'percent',
      percent: 20,
      brands: ['b1'],
      products: ['p1'],
      categories: [],
      endsAt: null,
      currency: 'EUR',
    },
  })
})

test.each([
  ['a start', { startsAt: undefined }],
  ['a percentage', { percent: undefined }],
  ['an amount', { kind: 'amount' }],
  ['something that it covers', { brands: [], products: [] }],
])('without %s there is nothing to tell yet', (_, missing) => {
  expect(planFrom({ ...values, ...missing }, { currency: 'EUR' })).toHaveProperty('missing')
})

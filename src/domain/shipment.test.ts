import { expect, test } from 'vitest'
import { planShipment } from './shipment'

const lines = [
  { lineId: 'a', variantId: 'va', quantity: 3, shipped: 1 },
  { lineId: 'b', variantId: 'vb', quantity: 1, shipped: 1 },
  { lineId: 'c', variantId: 'vc', quantity: 2, shipped: 0 },
]

test('without names all that is unshipped leaves', () => {
  expect(planShipment(lines)).toEqual({
    lines: [
      { lineId: 'a', variantId: 'va', quantity: 2 },
      { lineId: 'c', variantId: 'vc', quantity: 2 },
    ],
    isComplete: true,
  })
})

test('named lines leave, and the order knows that more is left', () => {
  expect(planShipment(lines, [{ lineId: 'c', quantity: 1 }])).toEqual({
    lines: [{ lineId: 'c', variantId: 'vc', quantity: 1 }],
    isComplete: false,
  })
})

test('more than is left, twice the same line, none, or a stranger is refused', () => {
  const one = (lineId: string, quantity: number) => ({ lineId, quantity })
  for (const bad of [
    [one('a', 3)],
    [one('a', 1), one('a', 1)],
    [],
    [one('b', 1)],
    [one('z', 1)],
    [one('a', 0)],
    [one('a', 0.5)],
  ])
    expect(() => planShipment(lines, bad)).toThrow('validation.failed')
  expect(() => planShipment([{ lineId: 'b', variantId: 'vb', quantity: 1, shipped: 1 }])).toThrow(
    'order.not-shippable',
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepBest } from './best'

const products = fc.array(fc.record({ score: fc.nat(5), model: fc.nat(6) }), { maxLength: 40 })

test('the best of each model, the best first, as if all had been sorted', () => {
  fc.assert(
    fc.property(products, fc.integer({ min: 1, max: 6 }), (all, most) => {
      const scoreOf = (at: number) => all[at]?.score ?? 0
      const modelOf = (at: number) => all[at]?.model ?? 0
      const isBetter = (one: number, other: number) =>
        scoreOf(one) > scoreOf(other) || (scoreOf(one) === scoreOf(other) && one < other)
      const best: number[] = []
      for (const at of all.keys()) keepBest(best, at, { most, isBetter, modelOf })
      const sorted = [...all.keys()].sort((one, other) => (isBetter(one, other) ? -1 : 1))
      const firsts = sorted.filter(
        (at, place) => sorted.findIndex((other) => modelOf(other) === modelOf(at)) === place,
      )
      expect(best).toEqual(firsts.slice(0, most))
    }),
  )
})

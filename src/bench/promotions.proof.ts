import fc, { type IProperty } from 'fast-check'
import { test } from 'vitest'
import { env } from '#env'
import { promotionProperties } from '../domain/promotions/testing/properties'

const numRuns = env.MOLINI_PROOF === 'full' ? 100_000 : 10_000

test.each(Object.entries(promotionProperties))(`${numRuns} carts: %s`, (_name, property) => {
  fc.assert(property as IProperty<unknown>, { numRuns })
})

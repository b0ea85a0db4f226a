import fc, { type IProperty } from 'fast-check'
import { test } from 'vitest'
import { promotionProperties } from './testing/properties'

test.each(Object.entries(promotionProperties))('%s', (_name, property) => {
  fc.assert(property as IProperty<unknown>, { numRuns: 1_000 })
})

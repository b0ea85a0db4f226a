import { expect, test } from 'vitest'
import { planRun, skuOf, skuPatternRefusal, skuShape, type RunOption } from './size-run'

const option = (value: string): RunOption => ({ id: value, value, label: value })

test.each([
  ['BRERA-{size}', '42', undefined, 'BRERA-42'],
  ['BRERA-{size}', '42.5', undefined, 'BRERA-42.5'],
  ['BRERA-{size}', '42 2/3', undefined, 'BRERA-42-2-3'],
  ['BRERA-{size}-{width}', '42', 'wide', 'BRERA-42-WIDE'],
  ['BRERA-{width}-{size}', '42', 'g', 'BRERA-G-42'],
  ['BRERA-{size}', '42', 'g', 'BRERA-42-G'],
  ['BRERA-{size}-{width}', '42', undefined, 'BRERA-42'],
])('%s of %s and %s is %s', (pattern, size, width, sku) => {
  expect(skuOf(pattern, option(size), width === undefined ? undefined : option(width))).toBe(sku)
  expect(sku).toMatch(skuShape)
})

test('a pattern says where the size belongs and keeps to capitals, digits, dots and hyphens', () => {
  expect(skuPatternRefusal('BRERA-{size}')).toBeUndefined()
  expect(skuPatternRefusal('BRERA')).toMatch(/\{size\}/)
  expect(skuPatternRefusal('brera-{size}')).toMatch(/Capital/)
  expect(skuPatternRefusal('{size} {colour}')).toMatch(/Capital/)
})

test('a run is every size in every width, each with a SKU of its own', () => {
  const run = planRun('A-{size}-{width}', [option('41'), option('42')], [option('f'), option('g')])
  expect(run.map(({ sku }) => sku)).toEqual(['A-41-F', 'A-42-F', 'A-41-G', 'A-42-G'])
  expect(planRun('A-{size}', [option('41')], [])).toEqual([{ size: option('41'), sku: 'A-41' }])
})

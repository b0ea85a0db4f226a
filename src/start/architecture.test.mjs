import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { may } from '../../.dependency-cruiser.mjs'
import { inCheckout } from './checkout.mjs'

test('the drawing of the folders shows the imports that are allowed, and no others', () => {
  const page = readFileSync(inCheckout('docs/architecture.md'), 'utf8')
  const [, drawing] = /flowchart TD\n([^`]+)```/.exec(page) ?? []
  const drawn = drawing
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' --> '))
    .map(([layer, others]) => [layer, others.split(' & ')])
  const allowed = Object.entries(may).filter(([, others]) => others.length > 0)
  expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(allowed))
})

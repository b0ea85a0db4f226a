import { expect, test } from 'vitest'
import { careColour, carePlanFor } from './care'

const plan = (name: string, surfaces: string[], materials: string[] = []) => ({ name, surfaces, materials })
const plans = [
  plan('calf', ['smooth', 'grain'], ['leather', 'coated-leather']),
  plan('suede', ['suede', 'nubuck']),
  plan('later suede', ['suede'], ['leather']),
  plan('canvas', ['canvas'], ['textile']),
]
const nameFor = (surface: string | undefined, upper: string[]) =>
  carePlanFor(plans, { ...(surface && { surface }), upper })?.name

test('the surface decides before the material: suede is leather too', () => {
  expect(nameFor('suede', ['leather'])).toBe('suede')
  expect(nameFor('grain', ['leather'])).toBe('calf')
})

test('a shoe whose surface nobody has said goes by the main material of its upper', () => {
  expect(nameFor(undefined, ['leather', 'textile'])).toBe('calf')
  expect(nameFor(undefined, ['textile', 'leather'])).toBe('canvas')
})

test('a material without a plan leaves it to the next one of the upper', () =>
  expect(nameFor(undefined, ['other', 'textile'])).toBe('canvas'))

test('a surface that no plan is for leaves it to the material', () =>
  expect(nameFor('patent', ['coated-leather'])).toBe('calf'))

test('what no plan is for has none', () => {
  expect(nameFor(undefined, ['other'])).toBeUndefined()
  expect(nameFor('mesh', [])).toBeUndefined()
  expect(carePlanFor([], { surface: 'suede', upper: ['leather'] })).toBeUndefined()
})

const tins = [
  { id: 'neutral', group: 'beige' },
  { id: 'black', group: 'black' },
  { id: 'jet', group: 'black' },
]

test('a care product is shown in the colour of the shoe, the most popular of them', () =>
  expect(careColour(tins, 'black')?.id).toBe('black'))

test('where the shoe has another colour, or none is known, the most popular is shown', () => {
  expect(careColour(tins, 'red')?.id).toBe('neutral')
  expect(careColour(tins, undefined)?.id).toBe('neutral')
  expect(careColour([{ id: 'odd', group: null }], undefined)?.id).toBe('odd')
  expect(careColour([], 'black')).toBeUndefined()
})

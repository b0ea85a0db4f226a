import { expect, test } from 'vitest'
import { byAge, byLadder } from './size-groups'
import type { FacetValue, SizeLabels } from './views'

const size = (value: string, labels: Partial<SizeLabels> = {}): FacetValue => ({
  value,
  label: value,
  labels: { eu: value, ...labels },
  count: 1,
})
const values = (groups: readonly FacetValue[][]) => groups.map((group) => group.map(({ value }) => value))

test('sizes that are one step in the UK and the US are one group', () =>
  expect(
    values(
      byLadder([
        size('37-1-3', { uk: '4.5', usM: '5.5', usW: '7' }),
        size('37.5', { uk: '4.5', usM: '5.5', usW: '7' }),
        size('38', { uk: '5', usM: '6', usW: '7.5' }),
      ]),
    ),
  ).toEqual([['37-1-3', '37.5'], ['38']]))

test('a child’s 7 and an adult’s 7 are not one size', () =>
  expect(
    values(byLadder([size('24', { uk: '7', usM: '7.5C' }), size('40.5', { uk: '7', usM: '8' })])),
  ).toEqual([['24'], ['40.5']]))

test('sizes without labels of other systems stay apart', () =>
  expect(values(byLadder([size('40'), size('41')]))).toEqual([['40'], ['41']]))

test('a foot shorter than 220 mm is a child’s', () => {
  const { adults, children } = byAge([size('34', { footMm: 213 }), size('35', { footMm: 220 }), size('40')])
  expect(values([children, adults])).toEqual([['34'], ['35', '40']])
})

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import type { ProductView } from '#domain/views'
import { wordsIn } from '../app/words'
import { BeneathSizes } from './beneath-sizes'
import { SizeLabel } from './size-label'

const shop = { market: markets.uk, t: wordsIn('en') }
/** Labelled half a size up from their scale, which has 8 and 9 for these feet. */
const sizes = [
  { eu: '42', uk: '8.5', usM: '9.5', footMm: 265 },
  { eu: '43', uk: '9.5', usM: '10.5', footMm: 272 },
]
const shoe = {
  ...{ slug: 'ashby', brand: 'Harrow & Pyke', segment: 'men', style: { fitNote: '' } },
  variants: sizes.flatMap((labels) =>
    ['standard', 'wide'].map((width) => ({ id: labels.eu + width, size: labels.eu, width, labels })),
  ),
} as unknown as ProductView

const tableOf = (product: ProductView): string =>
  /<template>(.*)<\/template>/s.exec(
    renderToStaticMarkup(<BeneathSizes shop={shop} product={product} />),
  )?.[1] ?? ''
const cellsOf = (table: string): string[][] =>
  [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell))

test('the guide beside a shoe has its sizes as its brand labels them, as its buttons say, each once', () => {
  const table = tableOf(shoe)
  expect(table).toContain('Sizes of this shoe by Harrow &amp; Pyke')
  expect(cellsOf(table)).toEqual(sizes.map(({ eu, uk, usM, footMm }) => [eu, uk, usM, `${footMm}\u00a0mm`]))
  const buttons = sizes.map((labels) =>
    /in-uk">([^<]*)/.exec(renderToStaticMarkup(<SizeLabel labels={labels} segment="men" />)),
  )
  expect(cellsOf(table).map(([, uk]) => uk)).toEqual(buttons.map((found) => found?.[1]))
})

test('a shoe without sizes has no table of its own', () => {
  expect(tableOf({ ...shoe, variants: [] })).toBe('')
})

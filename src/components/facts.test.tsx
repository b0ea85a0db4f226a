import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import type { ProductView } from '#domain/views'
import { wordsIn } from '../app/words'
import { Facts } from './facts'

const contact = (name: string, country: string) => ({
  name,
  street: 'Street 1',
  postalCode: 'NN1 5QT',
  city: 'Town',
  country,
  email: `${name.toLowerCase()}@example.com`,
})

const textOf = (market: 'de' | 'eu', changes: Partial<ProductView>) => {
  const product = {
    kind: 'care',
    description: 'A spray.',
    style: {},
    brandView: { manufacturer: contact('Maker', 'GB'), responsible: contact('Importer', 'IT') },
    ...changes,
  } as unknown as ProductView
  const shop = { market: markets[market], t: wordsIn(markets[market].locale) }
  const html = renderToStaticMarkup(<Facts shop={shop} product={product} returnDays={30} />)
  return html.slice(html.lastIndexOf('<details'))
}

test('maker and responsible person stand with postal and electronic address, in the words of the market', () => {
  const english = textOf('eu', {})
  expect(english).toMatch(/Manufacturer.*Maker.*Street 1, NN1 5QT Town, United Kingdom.*maker@example\.com/)
  expect(english).toMatch(/Responsible in the European Union.*Importer.*Italy.*importer@example\.com/)
  expect(textOf('de', {})).toContain('Town, Vereinigtes Königreich')
  const before = { manufacturer: contact('Maker', 'Italia') } as ProductView['brandView']
  expect(textOf('eu', { brandView: before })).toContain('Town, Italia')
})

test('what is warned of is in sight, what is not takes no room', () => {
  const warned = textOf('de', { warnings: 'Extrem entzündbar.\n\nNur im Freien.' })
  expect(warned).toMatch(/^<details[^>]* open=""/)
  expect(warned).toContain('Warnhinweise und Sicherheitsinformationen</p><p>Extrem entzündbar.</p><p>Nur')
  expect(textOf('eu', {})).not.toContain('Warnings')
  expect(textOf('eu', {})).not.toMatch(/^<details[^>]* open=""/)
})

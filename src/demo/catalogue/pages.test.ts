import { describe, expect, test } from 'vitest'
import { blocks as blockKinds } from '#collections/blocks'
import { euCountries, markets } from '#domain/markets'
import { closeUps, heroes } from '../art/pictures'
import { brands } from './brands'
import { categories, categoryHref } from './categories'
import { footerColumns, mainNavigation } from './navigation'
import { pages } from './pages'
import { shippingPage } from './pages/shipping'
import { postalPatternFault } from '#domain/postal-pattern'
import { isTaxClass, rateOf } from '#domain/tax-rates'
import { shippingZones } from './shipping'
import { styles } from './styles'
import { taxRates } from './tax'
import type { Block, NavigationItem } from './types'

const blocks: readonly Block[] = pages.flatMap((page) => page.blocks)
const productSlugs = styles.flatMap((style) => style.colourways.map((colourway) => colourway.slug))
const categorySlugs = categories.map((category) => category.slug)
const blocksOf = <Type extends Block['type']>(type: Type): Extract<Block, { type: Type }>[] =>
  blocks.filter((block): block is Extract<Block, { type: Type }> => block.type === type)

const hrefsOf = (items: readonly NavigationItem[]): string[] =>
  items.flatMap((item) => [item.href, ...hrefsOf(item.children ?? [])])

const addresses = new Set([
  ...pages.map((page) => `/${page.slug}`),
  ...productSlugs.map((slug) => `/p/${slug}`),
  ...categorySlugs.map(categoryHref),
  '/find-order',
  '/journal',
  '/contact',
  '/newsletter',
])

describe('pages', () => {
  test('home, help, care and legal pages are there, each once', () => {
    const slugs = pages.map((page) => page.slug)
    const wanted = ['home', 'size-guide', 'shipping', 'returns', 'about', 'privacy', 'imprint', 'care']
    expect(wanted.filter((slug) => !slugs.includes(slug))).toEqual([])
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  test('the home page shows the size grid and uses most kinds of block', () => {
    const types = pages.find((page) => page.slug === 'home')?.blocks.map((block) => block.type)
    expect(types).toEqual(
      expect.arrayContaining(['hero', 'sizeGrid', 'productRow', 'split', 'categoryTiles', 'materialStrip']),
    )
  })

  test('every kind of block stands on some page', () => {
    const shown = new Set<string>(blocks.map(({ type }) => type))
    expect(blockKinds.map(({ slug }) => slug).filter((slug) => !shown.has(slug))).toEqual([])
  })

  test('every link leads somewhere', () => {
    const links = [...blocksOf('hero'), ...blocksOf('split')].map((block) => block.linkHref)
    const all = [
      ...links,
      ...hrefsOf(mainNavigation),
      ...footerColumns.flatMap((column) => hrefsOf(column.links)),
    ]
    expect(all.filter((href) => !addresses.has(href))).toEqual([])
  })

  test('every named product and category exists', () => {
    const products = blocksOf('productRow').flatMap((block) => block.slugs ?? [])
    const named = [
      ...blocksOf('productRow').map((block) => block.category),
      ...blocksOf('sizeGrid').map((block) => block.category),
      ...blocksOf('categoryTiles').flatMap((block) => block.categories),
    ].filter((slug) => slug !== undefined)
    expect(products.filter((slug) => !productSlugs.includes(slug))).toEqual([])
    expect(named.filter((slug) => !categorySlugs.includes(slug))).toEqual([])
  })

  test('every wide picture and close-up is one that is drawn', () => {
    const wide = [...blocksOf('hero'), ...blocksOf('split')].map((block) => block.picture)
    const close = blocksOf('materialStrip').flatMap((block) => block.items.map((item) => item.picture))
    expect(wide.filter((key) => !heroes.some((hero) => hero === key))).toEqual([])
    expect(close.filter((key) => !closeUps.some((closeUp) => closeUp === key))).toEqual([])
  })

  test('descriptions for search engines fit on two lines', () => {
    const long = pages.filter((page) => Object.values(page.description).some((text) => text.length > 160))
    expect(long.map((page) => page.slug)).toEqual([])
  })

  test('the main navigation has three levels', () => {
    const depth = (items: readonly NavigationItem[]): number =>
      items.length === 0 ? 0 : 1 + Math.max(...items.map((item) => depth(item.children ?? [])))
    expect(depth(mainNavigation)).toBe(3)
  })
})

describe('delivery and tax', () => {
  const countries = new Set(Object.values(markets).flatMap((market) => market.countries))

  test('every country of every market has exactly one zone', () => {
    const served = shippingZones.flatMap((zone) => zone.countries)
    expect(new Set(served)).toEqual(countries)
    expect(served.length).toBe(new Set(served).size)
  })

  test('every country of every market has a standard tax rate, none is above 30 %', () => {
    expect(new Set(taxRates.map((rate) => rate.country))).toEqual(countries)
    const now = taxRates.filter((rate) => rate.taxClass === 'standard' && !rate.region)
    expect(new Set(now.map((rate) => rate.country)).size).toBe(countries.size)
    expect(taxRates.filter((rate) => !rate.source || !isTaxClass(rate.taxClass))).toEqual([])
    const keys = taxRates.map(({ country, region, taxClass, validFrom }) =>
      [country, region, taxClass, validFrom].join(' '),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(
      taxRates.every(
        ({ basisPoints }) => Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints < 3000,
      ),
    ).toBe(true)
  })

  /** Standard rates of the Union in force on 1 January 2026, as the Commission publishes them; and what of them is a reduced one. */
  const published = {
    ...{
      AT: 20,
      BE: 21,
      BG: 20,
      CY: 19,
      CZ: 21,
      DE: 19,
      DK: 25,
      EE: 24,
      ES: 21,
      FI: 25.5,
      FR: 20,
      GR: 24,
      HR: 25,
      HU: 27,
    },
    ...{
      IE: 23,
      IT: 22,
      LT: 21,
      LU: 17,
      LV: 21,
      MT: 18,
      NL: 21,
      PL: 23,
      PT: 23,
      RO: 21,
      SE: 25,
      SI: 22,
      SK: 23,
    },
  }

  test('the standard rates of the 27 countries are those in force, reduced ones lie below, and Denmark has none', () => {
    const rows = taxRates.map(({ validFrom, region = null, ...rate }) => ({
      ...rate,
      region,
      from: validFrom,
    }))
    const on = (country: string, taxClass: string) =>
      rateOf(rows, { taxClass, to: { country }, day: '2026-01-01' })
    for (const [country, percent] of Object.entries(published)) {
      expect(on(country, 'standard'), country).toBe(percent * 100)
      const classes = new Set(
        taxRates.filter((rate) => rate.country === country && !rate.region).map((rate) => rate.taxClass),
      )
      expect(classes.has('reduced'), country).toBe(country !== 'DK')
      for (const taxClass of ['reduced', 'reduced-low', 'super-reduced'].filter((one) =>
        classes.has(one as never),
      ))
        expect(on(country, taxClass), `${country} ${taxClass}`).toBeLessThan(percent * 100)
    }
    expect(Object.keys(published).toSorted()).toEqual([...euCountries].toSorted())
  })

  test('parts of countries are written in postcodes of theirs', () => {
    const areas = shippingZones.flatMap((zone) => zone.areas ?? [])
    expect(areas.map(({ country, postalCodes }) => postalPatternFault(country, postalCodes))).toEqual(
      areas.map(() => undefined),
    )
  })

  test('standard delivery is free from 150 euros, express never', () => {
    const methods = shippingZones.flatMap((zone) => zone.methods)
    const free = methods.map(({ slug, freeFrom }) => `${slug.endsWith('-standard')} ${freeFrom?.EUR}`)
    expect(new Set(free)).toEqual(new Set(['true 15000', 'false undefined']))
  })

  test('the delivery page names the price of every method', () => {
    const text = JSON.stringify(shippingPage)
    const currencies = {
      'united-kingdom': 'GBP',
      'northern-ireland': 'GBP',
      'united-states': 'USD',
    } as Record<string, 'GBP' | 'USD' | undefined>
    const prices = shippingZones.flatMap((zone) =>
      zone.methods.map((method) => (method.price[currencies[zone.slug] ?? 'EUR'] / 100).toFixed(2)),
    )
    expect(prices.filter((price) => !text.includes(price))).toEqual([])
    expect(prices.filter((price) => !text.includes(price.replace('.', ',')))).toEqual([])
  })
})

describe('product safety', () => {
  const isInUnion = (country: string) => markets.eu.countries.includes(country)

  test('a maker outside the Union names a responsible person inside it', () => {
    const outside = brands.filter((brand) => !isInUnion(brand.safety.country))
    expect(outside.length).toBeGreaterThan(0)
    expect(outside.filter(({ safety }) => !isInUnion(safety.responsible?.country ?? ''))).toEqual([])
  })

  test('addresses use a domain that belongs to nobody', () => {
    const mails = brands.flatMap(({ safety }) => [safety.email, safety.responsible?.email ?? safety.email])
    expect(mails.filter((mail) => !/^[a-z.]+@[a-z]+\.example$/.test(mail))).toEqual([])
  })
})

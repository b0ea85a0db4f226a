import { describe, expect, test } from 'vitest'
import { validSynonyms } from '#collections/synonyms'
import { ways } from '../art/ways'
import { brands } from './brands'
import { categories } from './categories'
import { looks } from './looks'
import { sizeScales } from './size-scales'
import { careGoods } from './goods'
import { carePlans } from './care-plans'
import { goods } from '../art/goods/goods'
import { goodSku, gtinOf, variantsOf } from './stock'
import { styles } from './styles'
import { synonyms } from './synonyms'
import type { Materials } from './types'

const products = styles.flatMap((style) => style.colourways.map((colourway) => ({ style, colourway })))
const variants = products.flatMap(({ style, colourway }) => variantsOf(style, colourway))

const goodProducts = careGoods.flatMap(({ brand, colourways }) =>
  colourways.map((colourway) => ({ ...colourway, brand })),
)
const goodSkus = goodProducts.map(goodSku)

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

const isLeaf = (slug: string): boolean => !categories.some((category) => category.parent === slug)

const depthOf = (slug: string): number => {
  const parent = categories.find((category) => category.slug === slug)?.parent
  return parent === undefined ? 1 : 1 + depthOf(parent)
}

describe('the size of the shop', () => {
  test('there are at least 8 brands, 40 styles, 126 products and 1,450 variants', () => {
    expect(brands.length).toBeGreaterThanOrEqual(8)
    expect(styles.length).toBeGreaterThanOrEqual(40)
    expect(products.length).toBeGreaterThanOrEqual(126)
    expect(variants.length).toBeGreaterThanOrEqual(1450)
  })

  test('there are at least eight types of shoe, each with models in more than one colour', () => {
    const types = new Set(styles.map(({ artType }) => artType))
    const colourful = styles.filter(({ colourways }) => new Set(colourways.map(({ way }) => way)).size > 1)
    expect(types.size).toBeGreaterThanOrEqual(8)
    expect(new Set(colourful.map(({ artType }) => artType))).toEqual(types)
  })

  test('men, women and kids each have styles, and some are unisex', () => {
    expect(new Set(styles.map((style) => style.segment))).toEqual(new Set(['men', 'women', 'unisex', 'kids']))
  })
})

describe('names that must be unique', () => {
  test.each([
    ['brand', brands.map((brand) => brand.slug)],
    ['category', categories.map((category) => category.slug)],
    ['style', [...styles, ...careGoods].map((style) => style.slug)],
    [
      'product',
      [...products.map(({ colourway }) => colourway.slug), ...goodProducts.map(({ slug }) => slug)],
    ],
    ['SKU', [...variants.map((variant) => variant.sku), ...goodSkus]],
    ['GTIN', [...variants.map((variant) => variant.gtin), ...goodSkus.map(gtinOf)]],
  ])('no %s is used twice', (_, values) => expect(repeated(values)).toEqual([]))

  test('slugs are fit for an address', () => {
    const slugs = [...brands, ...categories, ...styles, ...products.map(({ colourway }) => colourway)]
    expect(slugs.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
  })
})

describe('the category tree', () => {
  test('every parent exists', () => {
    const slugs = new Set(categories.map((category) => category.slug))
    expect(categories.filter(({ parent }) => parent !== undefined && !slugs.has(parent))).toEqual([])
  })

  test('it is three levels deep, and every leaf of shoes is on the third', () => {
    const leaves = categories.filter(({ slug }) => isLeaf(slug) && slug !== 'care')
    expect(new Set(leaves.map((leaf) => depthOf(leaf.slug)))).toEqual(new Set([3]))
    expect(depthOf('care')).toBe(1)
  })

  test('siblings have an order of their own', () => {
    expect(repeated(categories.map(({ parent, order }) => `${parent ?? ''}/${order}`))).toEqual([])
  })

  test('every leaf has a style, so that no listing is empty', () => {
    const used = new Set([...styles, ...careGoods].flatMap((style) => style.categories))
    expect(categories.filter(({ slug }) => isLeaf(slug) && !used.has(slug))).toEqual([])
  })
})

describe('care', () => {
  test('a care product stands among no shoes, has a picture, a brand and stock', () => {
    const known = new Set(brands.map(({ slug }) => slug))
    expect(new Set(careGoods.flatMap((good) => good.categories))).toEqual(new Set(['care']))
    expect(styles.filter((style) => style.categories.includes('care'))).toEqual([])
    expect(careGoods.filter(({ brand }) => !known.has(brand))).toEqual([])
    expect(goodProducts.filter(({ way, onHand }) => !(way in goods) || onHand < 1)).toEqual([])
  })

  test('every plan says as many steps in each language, and names care products that there are', () => {
    const known = new Set(careGoods.map(({ slug }) => slug))
    const steps = carePlans.flatMap((plan) => plan.steps)
    expect(steps.filter(({ en, it, de }) => [en, it, de].some((text) => !/[.]$/.test(text)))).toEqual([])
    expect(carePlans.flatMap((plan) => plan.goods).filter((slug) => !known.has(slug))).toEqual([])
    expect(carePlans.every((plan) => plan.goods.length > 0 && plan.goods.length <= 3)).toBe(true)
  })

  test('every material of the footwear label has a plan', () =>
    expect(new Set(carePlans.flatMap((plan) => plan.materials))).toEqual(
      new Set(['leather', 'coated-leather', 'textile', 'other']),
    ))
})

describe('styles', () => {
  test('each names a brand that exists', () => {
    const slugs = new Set(brands.map((brand) => brand.slug))
    expect(styles.filter((style) => !slugs.has(style.brand))).toEqual([])
  })

  test('each sits in one or two leaves', () => {
    const known = new Set(categories.map((category) => category.slug))
    const wrong = styles.filter(
      ({ categories: leaves }) =>
        leaves.length < 1 || leaves.length > 2 || leaves.some((slug) => !known.has(slug) || !isLeaf(slug)),
    )
    expect(wrong.map((style) => style.slug)).toEqual([])
  })

  test('a unisex style is found under men and under women', () => {
    const roots = (leaves: readonly string[]) => leaves.map((slug) => slug.split('-')[0]).toSorted()
    const unisex = styles.filter((style) => style.segment === 'unisex')
    expect(new Set(unisex.map((style) => roots(style.categories).join()))).toEqual(new Set(['men,women']))
  })

  test('what completes a look is another style, named once, at most four, for the same feet', () => {
    const by = new Map(styles.map((style) => [style.slug, style]))
    const suits = (one: string | undefined, other: string | undefined): boolean =>
      other !== undefined && (one === other || (other === 'unisex' && one !== 'kids'))
    const wrong = Object.entries(looks).filter(
      ([slug, others]) =>
        others.length > 4 ||
        new Set([slug, ...others]).size !== others.length + 1 ||
        others.some((other) => !suits(by.get(slug)?.segment, by.get(other)?.segment)),
    )
    expect(wrong).toEqual([])
    expect(Object.keys(looks).length).toBeGreaterThan(styles.length / 2)
  })

  test('every size of a run exists in the scale and stands in its order', () => {
    const wrong = products.filter(({ style, colourway }) => {
      const scale = sizeScales.find((candidate) => candidate.slug === style.sizeScale)
      const ranks = [style.sizes, colourway.sizes ?? []].map((run) =>
        run.map((size) => scale?.points.find((point) => point.value === size)?.rank ?? Number.NaN),
      )
      return ranks.some((run) => run.some((rank, index) => !(index === 0 || rank > (run[index - 1] ?? 0))))
    })
    expect(wrong.map(({ colourway }) => colourway.slug)).toEqual([])
  })

  test('a part with two materials names two different ones', () => {
    const parts = styles.flatMap(({ materials }: { materials: Materials }) => Object.values(materials))
    expect(parts.filter((part) => Array.isArray(part) && new Set(part).size !== 2)).toEqual([])
  })

  test('a vegan style has no leather', () => {
    const vegan = styles.filter((style) => style.attributes.vegan)
    expect(vegan.length).toBeGreaterThan(0)
    expect(vegan.filter((style) => JSON.stringify(style.materials).includes('leather'))).toEqual([])
  })

  test('prices are whole minor units in all three currencies', () => {
    const prices = products.map(({ style, colourway }) => colourway.priceOverride ?? style.prices)
    expect(
      prices
        .flatMap((price) => Object.values(price))
        .every((amount) => Number.isInteger(amount) && amount > 0),
    ).toBe(true)
  })
})

describe('pictures', () => {
  test('every colourway has its pictures', () => {
    const missing = products.filter(({ style, colourway }) => !(colourway.way in ways[style.artType]))
    expect(missing.map(({ colourway }) => colourway.slug)).toEqual([])
  })

  test('no picture is used by two products', () => {
    expect(repeated(products.map(({ style, colourway }) => `${style.artType}/${colourway.way}`))).toEqual([])
  })

  test('the colours of a style are drawn as one model', () => {
    const models = styles.map(({ slug, artType, colourways }) => ({
      slug,
      models: [...new Set(colourways.map((colourway) => ways[artType][colourway.way]?.model))],
    }))
    expect(models.filter((style) => style.models.length !== 1)).toEqual([])
  })
})

describe('size scales', () => {
  test.each(sizeScales.map((scale) => [scale.slug, scale.points] as const))(
    '%s: feet, ranks and every label climb without a repeat',
    (_, points) => {
      const columns = [
        points.map((p) => p.value),
        points.map((p) => p.uk),
        points.map((p) => p.usM),
        points.map((p) => p.cm),
      ]
      expect(columns.flatMap(repeated)).toEqual([])
      expect(
        points.every((point, index) => index === 0 || point.footMm > (points[index - 1]?.footMm ?? 0)),
      ).toBe(true)
      expect(points.every((point, index) => index === 0 || point.rank > (points[index - 1]?.rank ?? 0))).toBe(
        true,
      )
    },
  )

  test('42.5 is a foot of 270 mm and 42 2/3 lies between it and 43', () => {
    const point = (value: string) =>
      sizeScales.flatMap((scale) => scale.points).find((each) => each.value === value)
    expect(point('42.5')).toMatchObject({
      footMm: 270,
      uk: '8.5',
      usM: '9.5',
      usW: '11',
      cm: '27.0',
      rank: 255,
    })
    expect(point('42-2-3')).toMatchObject({ eu: '42 2/3', footMm: 271, rank: 256 })
    expect(point('43')?.rank).toBe(258)
  })

  test('a brand relabels only sizes that exist', () => {
    const values = new Set(sizeScales.flatMap((scale) => scale.points.map((point) => point.value)))
    const overrides = brands.flatMap((brand) => brand.sizeOverrides ?? [])
    expect(overrides.find((override) => override.point === '42')).toMatchObject({ uk: '8.5', usM: '9.5' })
    expect(overrides.filter((override) => !values.has(override.point))).toEqual([])
  })
})

test.each(synonyms.map((words) => [words[0], words.join('\n')]))(
  'the synonyms of %s are as the admin takes them',
  (_, words) => expect(validSynonyms(words)).toBe(true),
)

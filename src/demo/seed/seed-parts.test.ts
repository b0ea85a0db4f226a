import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { categories } from '../catalogue/categories'
import { pages } from '../catalogue/pages'
import { styles } from '../catalogue/styles'
import { excerptOf } from './catalogue'
import { leadOf } from './categories'
import { filenameOf } from './media'
import { demoOrders } from './order-list'
import { pictureKey, pictureList } from './picture-list'
import { richText } from './rich-text'

test('no two pictures share a file name or a key', () => {
  expect(new Set(pictureList.map(filenameOf)).size).toBe(new Set(pictureList.map(({ file }) => file)).size)
  expect(new Set(pictureList.map(({ key }) => key)).size).toBe(pictureList.length)
})

test('every colour of every shoe is seen from four sides, in four pictures that differ', () => {
  const files = new Map(pictureList.map(({ key, file }) => [key, file]))
  const colours = styles.flatMap(({ colourways }) => colourways.map(({ slug }) => slug))
  const seen = colours.map((slug) => {
    const found = (['side', 'heel', 'top', 'sole'] as const).flatMap(
      (view) => files.get(pictureKey(slug, view)) ?? [],
    )
    return { slug, pictures: new Set(found.map((file) => readFileSync(file, 'base64'))).size }
  })
  expect(seen.length).toBeGreaterThan(100)
  expect(seen.filter(({ pictures }) => pictures !== 4)).toEqual([])
})

test('what a picture shows is said in each language, in no more than the field holds', () => {
  for (const { alt } of pictureList)
    for (const words of [alt.en, alt.it, alt.de]) {
      expect(words.length).toBeGreaterThan(5)
      expect(words.length).toBeLessThanOrEqual(240)
    }
})

test('pages name only pictures that are there', () => {
  const keys = new Set(pictureList.map(({ key }) => key))
  const named = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type === 'hero' || block.type === 'split') return [block.picture]
      return block.type === 'materialStrip' ? block.items.map(({ picture }) => picture) : []
    }),
  )
  expect(named.filter((key) => !keys.has(key))).toEqual([])
})

test('every category has a shoe that stands for it', () =>
  expect(categories.filter(({ slug }) => leadOf(slug) === undefined)).toEqual([]))

test('an excerpt is the first paragraph, cut between words', () => {
  expect(excerptOf('Short.\n\nMore.')).toBe('Short.')
  expect(excerptOf('Leather, stitched by hand, and resoled.', 27)).toBe('Leather, stitched by hand…')
})

test('lists and headings become what the editor keeps', () => {
  const words = (text: string) => ({ en: text, it: text, de: text })
  const { root } = richText(
    [
      { kind: 'h2', text: words('Care') },
      { kind: 'ul', items: [words('Brush'), words('Rest')] },
    ],
    'it',
  ) as { root: { children: { type: string; tag: string; children: unknown[] }[] } }
  expect(root.children.map(({ type, tag }) => [type, tag])).toEqual([
    ['heading', 'h2'],
    ['list', 'ul'],
  ])
  expect(root.children[1]?.children).toHaveLength(2)
})

test('each demo order has a mail address of its own', () =>
  expect(new Set(demoOrders.map(({ email }) => email)).size).toBe(demoOrders.length))

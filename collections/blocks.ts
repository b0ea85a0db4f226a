import type { Block, Field } from 'payload'
import { belongsTo, integerField, pictureField } from './fields'

const words = (name: string, required = false): Field => ({
  name,
  type: 'text',
  localized: true,
  required,
  maxLength: 200,
})
const prose = (name: string): Field => ({ name, type: 'textarea', localized: true })
const link: Field = {
  type: 'row',
  fields: [words('linkLabel'), { name: 'linkHref', type: 'text', maxLength: 300, validate: safeHref }],
}

/** Only http, https, mailto, tel or a path of our own: never a script. */
export function safeHref(value: unknown): string | true {
  return (
    !value || /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(String(value)) || 'A path, https, mailto or tel.'
  )
}

export const blocks: Block[] = [
  {
    slug: 'hero',
    fields: [words('heading', true), prose('text'), link, pictureField('picture', { required: true })],
  },
  {
    slug: 'sizeGrid',
    labels: { singular: 'Size grid', plural: 'Size grids' },
    fields: [words('heading'), belongsTo('category', 'categories')],
  },
  {
    slug: 'productRow',
    labels: { singular: 'Product row', plural: 'Product rows' },
    fields: [
      words('heading'),
      belongsTo('category', 'categories'),
      belongsTo('products', 'products', { hasMany: true }),
      integerField('limit', { defaultValue: 4, min: 1, max: 24 }),
    ],
  },
  {
    slug: 'split',
    fields: [
      words('heading', true),
      prose('text'),
      link,
      pictureField('picture', { required: true }),
      { name: 'side', type: 'select', defaultValue: 'left', options: ['left', 'right'] },
    ],
  },
  {
    slug: 'categoryTiles',
    labels: { singular: 'Category tiles', plural: 'Category tiles' },
    fields: [words('heading'), belongsTo('categories', 'categories', { hasMany: true, required: true })],
  },
  { slug: 'text', fields: [words('heading'), { name: 'body', type: 'richText', localized: true }] },
  {
    slug: 'sizeTable',
    labels: { singular: 'Size table', plural: 'Size tables' },
    fields: [words('heading'), belongsTo('scale', 'variantTypes', { required: true })],
  },
  {
    slug: 'faq',
    labels: { singular: 'Questions', plural: 'Questions' },
    fields: [
      words('heading'),
      { name: 'items', type: 'array', fields: [words('question', true), prose('answer')] },
    ],
  },
  {
    slug: 'materialStrip',
    labels: { singular: 'Material strip', plural: 'Material strips' },
    fields: [
      words('heading'),
      {
        name: 'items',
        type: 'array',
        fields: [words('title', true), prose('text'), pictureField('picture')],
      },
    ],
  },
]

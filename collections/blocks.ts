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

/** Plays in the page, or opens elsewhere. */
export function videoSource(value: unknown): string | true {
  return (
    /^\/(?!\/)[\w./-]+\.(mp4|webm)$|^https:\/\/\S+$/.test(String(value)) ||
    'A file of the shop that ends in .mp4 or .webm, or an https address.'
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
  {
    slug: 'lookbook',
    labels: { singular: 'Lookbook', plural: 'Lookbooks' },
    fields: [
      words('heading'),
      prose('text'),
      pictureField('picture', { required: true }),
      {
        name: 'spots',
        type: 'array',
        required: true,
        minRows: 1,
        maxRows: 8,
        labels: { singular: 'Spot', plural: 'Spots' },
        admin: {
          description: 'Where a product is in the picture, in hundredths from the left and from above.',
        },
        fields: [
          {
            type: 'row',
            fields: [
              belongsTo('product', 'products', { required: true }),
              integerField('x', { required: true, min: 0, max: 100, label: 'From the left' }),
              integerField('y', { required: true, min: 0, max: 100, label: 'From above' }),
            ],
          },
        ],
      },
    ],
  },
  {
    slug: 'brandStrip',
    labels: { singular: 'Brand strip', plural: 'Brand strips' },
    fields: [
      words('heading'),
      belongsTo('brands', 'brands', { hasMany: true, required: true }),
      belongsTo('category', 'categories', {
        admin: {
          description:
            'Where a brand leads: its pairs of this category. Without one, to the search for its name.',
        },
      }),
    ],
  },
  {
    slug: 'video',
    labels: { singular: 'Video', plural: 'Videos' },
    fields: [
      words('heading'),
      prose('text'),
      pictureField('picture', { required: true }),
      {
        name: 'source',
        type: 'text',
        required: true,
        maxLength: 300,
        validate: videoSource,
        admin: {
          description:
            'A file of the shop (/assets/last.mp4, .webm) plays in the page. An https address opens where it is: nothing of a stranger is loaded here.',
        },
      },
    ],
  },
  {
    slug: 'quote',
    fields: [
      { name: 'text', type: 'textarea', localized: true, required: true, maxLength: 500 },
      words('author'),
      words('role'),
    ],
  },
  { slug: 'newsletter', fields: [words('heading', true), prose('text')] },
  {
    slug: 'sizeTeaser',
    labels: { singular: 'Size guide teaser', plural: 'Size guide teasers' },
    fields: [
      words('heading', true),
      prose('text'),
      link,
      belongsTo('scale', 'variantTypes', { required: true }),
    ],
  },
  {
    slug: 'stores',
    labels: { singular: 'Store finder', plural: 'Store finders' },
    fields: [words('heading'), prose('text')],
  },
]

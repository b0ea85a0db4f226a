import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import type { Field } from 'payload'
import { cell, column, screen } from './admin-screens'
import { can, publishedOr } from './access'
import { belongsTo, integerField, seoFields, slugField } from './fields'
import { refuseHardDelete, scaleFromStyle, titleFromStyle } from './product-hooks'
import { productVerbs } from './product-verbs'

export const colourGroups = [
  'black',
  'brown',
  'tan',
  'white',
  'grey',
  'blue',
  'green',
  'red',
  'pink',
  'beige',
  'yellow',
  'metallic',
]

const own: Field[] = [
  { name: 'title', type: 'text', maxLength: 160, admin: { description: 'Left empty: style and colour.' } },
  slugField(),
  belongsTo('style', 'styles', { required: true }),
  {
    type: 'row',
    fields: [
      {
        name: 'colour',
        type: 'text',
        required: true,
        localized: true,
        maxLength: 60,
        admin: { components: cell('products/product-cells#ColourCell') },
      },
      { name: 'colourGroup', type: 'select', required: true, options: colourGroups },
      {
        name: 'swatch',
        type: 'text',
        maxLength: 7,
        validate: (value: unknown) => !value || /^#[0-9a-fA-F]{6}$/.test(String(value)) || 'Like #8A4B21.',
      },
    ],
  },
  {
    name: 'pictures',
    type: 'array',
    labels: { singular: 'Picture', plural: 'Pictures' },
    fields: [
      belongsTo('image', 'media', { required: true }) as Field,
      {
        name: 'view',
        type: 'select',
        required: true,
        options: ['side', 'medial', 'top', 'sole', 'heel', 'pair', 'worn', 'detail'],
      },
    ],
  },
  {
    type: 'row',
    fields: [
      { name: 'launchedAt', type: 'date', index: true },
      integerField('popularity', { defaultValue: 0, min: 0, index: true }),
    ],
  },
]

/** One colourway of a style: its own page, photos, price and launch. */
export const productsOverride: CollectionOverride = ({ defaultCollection }) => ({
  ...defaultCollection,
  labels: { singular: 'Product', plural: 'Products' },
  trash: true,
  versions: { drafts: { schedulePublish: true }, maxPerDoc: 50 },
  admin: {
    ...defaultCollection.admin,
    group: 'Catalogue',
    useAsTitle: 'title',
    defaultColumns: ['title', 'picture', 'colour', 'style', 'price', 'free', '_status'],
    pagination: { defaultLimit: 25 },
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    read: publishedOr('catalog.write'),
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: can('catalog.write'),
  },
  endpoints: productVerbs,
  hooks: { beforeChange: [titleFromStyle, scaleFromStyle], beforeDelete: [refuseHardDelete] },
  fields: [
    column('picture', 'Picture', 'products/product-cells#PictureCell'),
    ...own,
    column('price', 'Price', 'products/product-cells#PriceCell'),
    column('free', 'Free pairs', 'products/product-cells#FreePairsCell'),
    {
      name: 'sizeGrid',
      type: 'ui',
      label: 'Sizes and stock',
      admin: { components: { Field: screen('products/size-grid#SizeGrid') }, disableListColumn: true },
    },
    ...defaultCollection.fields.map((field) => {
      if ('name' in field && field.name === 'enableVariants')
        return { ...field, defaultValue: true, admin: { hidden: true } } as Field
      if ('name' in field && field.name === 'variants')
        return {
          ...field,
          defaultLimit: 200,
          admin: { ...field.admin, defaultColumns: ['title', 'sku', 'gtin'] },
        } as Field
      return field
    }),
    seoFields,
  ],
})

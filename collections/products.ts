import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import type { Field } from 'payload'
import { maxPerLine } from '#domain/cart-limits'
import { drawHours, launchWays } from '#domain/draw'
import { photoViews, photoViewWords } from '#domain/product-gaps'
import { cell, column, previewed, screen } from './admin-screens'
import { can, publishedOr } from './access'
import {
  belongsTo,
  choiceField,
  clipField,
  integerField,
  pictureField,
  seoFields,
  slugField,
  taxClassField,
} from './fields'
import { guardDraw, refuseHardDelete, scaleFromStyle, titleFromStyle } from './product-hooks'
import { productVerbs } from './product-verbs'
import { surfaceField } from './style-fields'
import { turnField } from './turn'

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

/** Where shops and their markets are at home; the moment itself is the same everywhere. */
const launchZones = [
  { label: 'Rome, Berlin, Paris', value: 'Europe/Rome' },
  { label: 'London', value: 'Europe/London' },
  { label: 'New York', value: 'America/New_York' },
  { label: 'Los Angeles', value: 'America/Los_Angeles' },
  { label: 'UTC', value: 'UTC' },
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
  surfaceField('Left empty: as the style.'),
]

const pictures: Field[] = [
  {
    name: 'pictures',
    type: 'array',
    labels: { singular: 'Picture', plural: 'Pictures' },
    fields: [
      pictureField('image', { required: true }),
      {
        name: 'view',
        type: 'select',
        required: true,
        options: photoViews.map((value) => ({ value, label: photoViewWords[value] })),
      },
    ],
  },
  clipField(
    'video',
    'Up to 8 MB, MP4 or WebM, with a poster. It stands after the first pictures and plays when asked to.',
  ),
  turnField,
  {
    name: 'gaps',
    type: 'ui',
    label: 'Missing',
    admin: {
      components: { Field: screen('products/gaps#ProductGaps'), Cell: screen('products/gaps#GapsCell') },
      disableBulkEdit: true,
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'launchedAt',
        type: 'date',
        index: true,
        label: 'Launch',
        timezone: { defaultTimezone: 'Europe/Rome', supportedTimezones: launchZones },
        admin: {
          date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy, HH:mm', timeIntervals: 15 },
          description:
            'On the clock of the time zone chosen here. Until then the shoe is shown with this moment, and nobody can buy it.',
        },
      },
      integerField('perPerson', {
        min: 1,
        max: maxPerLine,
        label: 'Pairs per person',
        admin: {
          description:
            'What one customer or e-mail address may buy since the launch, over all sizes and orders. Left empty: no limit.',
        },
      }),
      integerField('popularity', { defaultValue: 0, min: 0, index: true }),
    ],
  },
  {
    type: 'row',
    fields: [
      choiceField('launchBy', launchWays, {
        defaultValue: 'first',
        label: 'Launched by',
        admin: {
          description:
            'With a draw, shoppers enter one size until the launch; then pairs are held for whoever is drawn, and only what is left is for everybody. Another way, no moment, or the trash calls a draw off: all who have entered are told, also of another moment.',
        },
      }),
      integerField('drawHours', {
        ...drawHours,
        label: 'Hours a drawn pair is held',
        admin: {
          condition: (_, { launchBy }) => launchBy === 'draw',
          description: 'Unused, it goes to whoever was drawn next.',
        },
      }),
    ],
  },
  {
    name: 'draw',
    type: 'ui',
    label: 'Draw',
    admin: {
      components: { Field: screen('products/draw#ProductDraw') },
      disableBulkEdit: true,
      disableListColumn: true,
    },
  },
  taxClassField({ admin: { description: 'Left empty: as the style.' } }),
]

/** The plugin's prices are its only groups without a name. */
const isPrice = (field: Field): boolean => field.type === 'group' && !('name' in field)

/** Without its frame; and what the plugin says of it does not hold here, where sizes without a price take this one. */
function plainPrice(group: Field): Field[] {
  const rows = 'fields' in group ? group.fields : []
  return rows.map((row): Field => {
    if (row.type !== 'row') return row
    const fields = row.fields.map((field) =>
      field.type === 'number' ? { ...field, admin: { ...field.admin, description: undefined } } : field,
    )
    return { ...row, fields }
  })
}

/** The plugin's own fields of sizes: the run above them is what one works with. */
function quiet(field: Field): Field {
  if (!('name' in field)) return field
  if (field.name === 'enableVariants')
    return { ...field, defaultValue: true, admin: { hidden: true } } as Field
  if (field.name === 'variantTypes')
    return {
      ...field,
      label: 'Size scales',
      admin: { ...field.admin, description: 'Left empty: the scale of its style.' },
    } as Field
  if (field.name !== 'variants') return field
  const admin = { ...field.admin, defaultColumns: ['title', 'sku', 'gtin'] }
  return { ...field, label: 'Sizes', defaultLimit: 200, admin } as Field
}

/** One colourway of a style: its own page, photos, price and launch. */
export const productsOverride: CollectionOverride = ({ defaultCollection }) => ({
  ...defaultCollection,
  labels: { singular: 'Product', plural: 'Products' },
  trash: true,
  versions: { drafts: { schedulePublish: true }, maxPerDoc: 50 },
  admin: {
    ...defaultCollection.admin,
    group: 'Catalogue',
    ...previewed('products'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'picture', 'colour', 'style', 'price', 'free', 'gaps', '_status'],
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
  hooks: { beforeChange: [guardDraw, titleFromStyle, scaleFromStyle], beforeDelete: [refuseHardDelete] },
  fields: [
    column('picture', 'Picture', 'products/product-cells#PictureCell'),
    ...own,
    ...defaultCollection.fields.filter(isPrice).flatMap(plainPrice),
    column('price', 'Price', 'products/product-cells#PriceCell'),
    column('free', 'Free pairs', 'products/product-cells#FreePairsCell'),
    ...pictures,
    {
      name: 'sizeGrid',
      type: 'ui',
      label: 'Sizes and stock',
      admin: { components: { Field: screen('products/size-grid#SizeGrid') }, disableListColumn: true },
    },
    {
      type: 'collapsible',
      label: 'Sizes one by one: SKU, GTIN, own price',
      admin: { initCollapsed: true },
      fields: defaultCollection.fields.filter((field) => !isPrice(field)).map(quiet),
    },
    seoFields,
  ],
})

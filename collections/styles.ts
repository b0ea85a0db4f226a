import type { CollectionConfig, Field } from 'payload'
import { oneSize } from '#domain/care'
import { can, publishedOr } from './access'
import { belongsTo, integerField, slugField, taxClassField } from './fields'
import { warningsField } from './product-safety'
import { isShoe, materialCodes, surfaceField } from './style-fields'
import { plainGoods } from './style-hooks'

const material = (name: string): Field => ({
  name,
  type: 'select',
  hasMany: true,
  required: true,
  options: materialCodes,
})

const mostCompleting = 4

/** A shoe model, or something to care for shoes; its colourways are products. */
export const Styles: CollectionConfig = {
  slug: 'styles',
  trash: true,
  versions: { drafts: { schedulePublish: true }, maxPerDoc: 50 },
  admin: { group: 'Catalogue', useAsTitle: 'name', defaultColumns: ['name', 'brand', 'segment', '_status'] },
  access: {
    read: publishedOr('catalog.write'),
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: can('catalog.write'),
  },
  hooks: { beforeValidate: [plainGoods] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField(),
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'shoe',
      options: [
        { value: 'shoe', label: 'Shoe' },
        { value: 'care', label: 'Care product' },
      ],
      admin: {
        position: 'sidebar',
        isClearable: false,
        description: 'A care product comes in one size, and Care plans name it on the pages of shoes.',
      },
    },
    belongsTo('brand', 'brands', { required: true }),
    {
      name: 'segment',
      type: 'select',
      required: true,
      options: ['men', 'women', 'unisex', 'kids'],
      admin: { condition: isShoe },
    },
    belongsTo('categories', 'categories', { hasMany: true }),
    {
      name: 'summary',
      type: 'text',
      localized: true,
      maxLength: 80,
      admin: { description: 'Under the name on cards and on the page: Cap-toe derby, calf.' },
    },
    { name: 'description', type: 'textarea', localized: true },
    { name: 'fitNote', type: 'textarea', localized: true, admin: { condition: isShoe } },
    {
      name: 'care',
      type: 'textarea',
      localized: true,
      admin: {
        condition: isShoe,
        description: 'What is special about this shoe. What holds for its surface is said by the care plan.',
      },
    },
    warningsField('In place of those of the brand, where this style has others.'),
    surfaceField(
      'Says which care plan its pages show. Colours of another surface say so themselves.',
      isShoe,
    ),
    {
      name: 'materials',
      type: 'group',
      label: 'Materials (Directive 94/11/EC)',
      admin: { condition: isShoe },
      fields: [{ type: 'row', fields: [material('upper'), material('lining'), material('sole')] }],
    },
    {
      name: 'attributes',
      type: 'group',
      admin: { condition: isShoe },
      fields: [
        {
          type: 'row',
          fields: [
            integerField('heelHeightMm', { min: 0, max: 200 }),
            integerField('weightG', { min: 0, max: 5000 }),
            {
              name: 'closure',
              type: 'select',
              options: ['lace', 'slip-on', 'zip', 'buckle', 'hook-and-loop'],
            },
            { name: 'toeShape', type: 'text', localized: true },
          ],
        },
        {
          type: 'row',
          fields: [
            { name: 'waterResistant', type: 'checkbox' },
            { name: 'vegan', type: 'checkbox' },
            { name: 'removableInsole', type: 'checkbox' },
          ],
        },
      ],
    },
    belongsTo('sizeScale', 'variantTypes', {
      required: true,
      filterOptions: { kind: { equals: 'size' }, name: { not_equals: oneSize } },
      admin: { condition: isShoe },
    }),
    taxClassField({
      defaultValue: 'standard',
      admin: { description: 'Which of the tax rates of a country it has.' },
    }),
    belongsTo('completes', 'styles', {
      hasMany: true,
      maxRows: mostCompleting,
      label: 'Completes the look',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: {
        description:
          'Up to four other styles, shown on the page of each of its colours in this order, each in its most popular colour in stock.',
      },
    }),
    belongsTo('leadProduct', 'products', {
      label: 'Lead colour',
      admin: {
        description:
          'The colour that stands for the model: on its card in listings that are sorted by popularity, where it passes the filters, and while a pair of it is in stock beside other products and in care plans. Else the most popular is.',
      },
    }),
    {
      name: 'products',
      type: 'join',
      collection: 'products',
      on: 'style',
      admin: { defaultColumns: ['title', 'colour', '_status'] },
    },
  ],
}

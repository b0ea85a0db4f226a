import type { CollectionConfig } from 'payload'
import { anyone, can, never } from './access'
import { belongsTo, integerField } from './fields'
import { materialCodes, surfaceOptions } from './style-fields'

const mostSteps = 6
const mostGoods = 3

/** How shoes of a surface or material are cared for, and with what. Which plan a shoe has is `carePlanFor`. */
export const CarePlans: CollectionConfig = {
  slug: 'care-plans',
  labels: { singular: 'Care plan', plural: 'Care plans' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'title',
    defaultColumns: ['title', 'surfaces', 'materials', 'order'],
    description: 'Shown on the page of every shoe of a surface: what to do, and the products for it.',
  },
  defaultSort: 'order',
  access: {
    read: anyone,
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: never,
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 80,
      admin: { description: 'The heading on the page: Caring for suede.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'surfaces',
          type: 'select',
          hasMany: true,
          options: surfaceOptions,
          admin: { description: 'For shoes with one of these surfaces.' },
        },
        {
          name: 'materials',
          type: 'select',
          hasMany: true,
          options: materialCodes,
          admin: {
            description: 'And for uppers of these, where the shoe says no surface or no plan is for it.',
          },
        },
      ],
    },
    {
      name: 'steps',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: mostSteps,
      labels: { singular: 'Step', plural: 'Steps' },
      fields: [{ name: 'text', type: 'textarea', required: true, localized: true, maxLength: 300 }],
    },
    belongsTo('goods', 'styles', {
      hasMany: true,
      maxRows: mostGoods,
      label: 'Care products',
      filterOptions: { kind: { equals: 'care' } },
      admin: {
        description:
          'Up to three, in this order. Each is shown in the colour of the shoe where it is in stock in it, else in its most popular one; sold out it is left out.',
      },
    }),
    integerField('order', {
      defaultValue: 0,
      admin: {
        position: 'sidebar',
        description: 'Of two plans for the same surface the lower number counts.',
      },
    }),
  ],
}

import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import type { Field } from 'payload'
import { anyone, can, never } from './access'
import { integerField } from './fields'

const access = {
  read: anyone,
  create: can('catalog.write'),
  update: can('catalog.write'),
  delete: can('catalog.write'),
  readVersions: never,
}

const label = (name: string, text: string): Field => ({ name, type: 'text', label: text, maxLength: 12 })

/** A size scale, or the width scale. */
export const sizeScalesOverride: CollectionOverride = ({ defaultCollection }) => ({
  ...defaultCollection,
  labels: { singular: 'Size scale', plural: 'Size scales' },
  admin: {
    ...defaultCollection.admin,
    group: 'Catalogue',
    useAsTitle: 'label',
    defaultColumns: ['label', 'kind'],
  },
  access,
  fields: [
    ...defaultCollection.fields.map((field) =>
      'name' in field && field.name === 'name' ? ({ ...field, unique: true } as Field) : field,
    ),
    { name: 'kind', type: 'select', required: true, defaultValue: 'size', options: ['size', 'width'] },
  ],
})

/** A size point: foot length is the key, the labels follow. Halves and thirds are labels with a rank, never floats. */
export const sizePointsOverride: CollectionOverride = ({ defaultCollection }) => ({
  ...defaultCollection,
  labels: { singular: 'Size', plural: 'Sizes' },
  admin: {
    ...defaultCollection.admin,
    group: 'Catalogue',
    useAsTitle: 'label',
    defaultColumns: ['label', 'variantType', 'footMm', 'uk', 'usM', 'usW', 'cm', 'rank'],
  },
  access,
  fields: [
    ...defaultCollection.fields.map((field) =>
      'name' in field && field.name === 'variantType'
        ? ({ ...field, index: true, admin: {} } as Field)
        : field,
    ),
    integerField('footMm', { min: 80, max: 400, admin: { description: 'Foot length in millimetres.' } }),
    {
      type: 'row',
      fields: [
        label('eu', 'EU'),
        label('uk', 'UK'),
        label('usM', 'US men'),
        label('usW', 'US women'),
        label('cm', 'CM'),
      ],
    },
    integerField('rank', { required: true, index: true, admin: { description: 'The order on the shelf.' } }),
  ],
})

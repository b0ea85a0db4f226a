import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import type { Field } from 'payload'
import { can, isStaff, never } from './access'
import { screen } from './admin-screens'
import { belongsTo, integerField } from './fields'
import { sizeFromOptions, validateSizeOptions } from './variant-hooks'

const own: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'sku',
        type: 'text',
        required: true,
        unique: true,
        index: true,
        maxLength: 64,
        admin: { description: 'Unique for ever, never used again.' },
        validate: (value: unknown) =>
          (typeof value === 'string' && /^[A-Z0-9][A-Z0-9._-]{1,63}$/.test(value)) ||
          'Capital letters, digits, dots and hyphens.',
      },
      { name: 'gtin', type: 'text', index: true, maxLength: 14 },
      integerField('weightG', { min: 0, max: 20000 }),
    ],
  },
  belongsTo('size', 'variantOptions', { admin: { readOnly: true, description: 'Taken from the options.' } }),
  belongsTo('width', 'variantOptions', { admin: { readOnly: true, description: 'Taken from the options.' } }),
]

/** A size (and width) of a product. It carries no draft: what is here is for sale when its product is published. */
export const variantsOverride: CollectionOverride = ({ defaultCollection }) => ({
  ...defaultCollection,
  trash: true,
  versions: false,
  admin: {
    ...defaultCollection.admin,
    group: 'Catalogue',
    useAsTitle: 'title',
    defaultColumns: ['title', 'sku', 'gtin', 'product'],
  },
  access: {
    // What is not published or lies in the bin, no shopper may read, its sizes included.
    read: ({ req: { user } }) =>
      isStaff(user) || {
        'product._status': { equals: 'published' },
        'product.deletedAt': { exists: false },
      },
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: never,
    readVersions: never,
  },
  hooks: {
    ...defaultCollection.hooks,
    beforeChange: [...(defaultCollection.hooks?.beforeChange ?? []), sizeFromOptions],
  },
  fields: [
    ...defaultCollection.fields.map((field) => {
      if ('name' in field && field.name === 'product')
        return { ...field, index: true, admin: { position: 'sidebar' } } as Field
      if ('name' in field && field.name === 'options')
        return {
          ...field,
          admin: { components: { Field: screen('products/variant-options#VariantOptions') } },
          validate: validateSizeOptions,
        } as Field
      return field
    }),
    ...own,
  ],
})

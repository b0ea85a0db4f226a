import type { CollectionConfig, Field } from 'payload'
import { anyone, can, never } from './access'
import { belongsTo, pictureField, slugField } from './fields'
import { manufacturerField, responsibleField, warningsField } from './product-safety'

export const Brands: CollectionConfig = {
  slug: 'brands',
  admin: { group: 'Catalogue', useAsTitle: 'name', defaultColumns: ['name', 'slug'] },
  access: {
    read: anyone,
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: never,
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField(),
    { name: 'story', type: 'textarea', localized: true },
    pictureField('logo'),
    manufacturerField,
    responsibleField,
    warningsField('On the page of every product of the brand, unless its style has its own.'),
    {
      name: 'sizeOverrides',
      type: 'array',
      admin: { description: 'Where this brand labels a size differently from its scale.' },
      fields: [
        belongsTo('size', 'variantOptions', { required: true }),
        {
          type: 'row',
          fields: ['eu', 'uk', 'usM', 'usW', 'cm'].map((name): Field => ({
            name,
            type: 'text',
            maxLength: 12,
          })),
        },
      ],
    },
  ],
}

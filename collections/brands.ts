import type { CollectionConfig, Field } from 'payload'
import { anyone, can, never } from './access'
import { belongsTo, pictureField, slugField } from './fields'

const safetyContact = (name: string, label: string, required: boolean): Field => ({
  name,
  type: 'group',
  label,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required },
        { name: 'email', type: 'email', required },
      ],
    },
    { name: 'street', type: 'text', required },
    {
      type: 'row',
      fields: [
        { name: 'postalCode', type: 'text', required },
        { name: 'city', type: 'text', required },
        { name: 'country', type: 'text', required },
      ],
    },
    { name: 'website', type: 'text' },
  ],
})

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
    // Regulation (EU) 2023/988, Art. 19: shown on every product page.
    safetyContact('manufacturer', 'Manufacturer (product safety)', true),
    safetyContact('responsible', 'Responsible person in the EU, when the maker is elsewhere', false),
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

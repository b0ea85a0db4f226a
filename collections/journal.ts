import type { CollectionConfig } from 'payload'
import { previewed } from './admin-screens'
import { anyone, can, never, publishedOr } from './access'
import { belongsTo, pictureField, seoFields, slugField } from './fields'

/** Who writes in the journal. */
export const Authors: CollectionConfig = {
  slug: 'authors',
  admin: { group: 'Content', useAsTitle: 'name', defaultColumns: ['name', 'role', 'updatedAt'] },
  access: {
    read: anyone,
    create: can('content.write'),
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: never,
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField(),
    {
      name: 'role',
      type: 'text',
      localized: true,
      maxLength: 120,
      admin: { description: 'Beside the name: pattern maker, Trieste.' },
    },
    { name: 'words', type: 'textarea', localized: true, maxLength: 600, label: 'About' },
    pictureField('picture'),
  ],
}

const mostShoes = 4

/** The articles of the journal. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  trash: true,
  versions: { drafts: { schedulePublish: true }, maxPerDoc: 50 },
  admin: {
    group: 'Content',
    useAsTitle: 'title',
    defaultColumns: ['title', 'author', 'publishedAt', '_status'],
    ...previewed('articles'),
  },
  access: {
    read: publishedOr('content.write'),
    create: can('content.write'),
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: can('content.write'),
  },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 120 },
    slugField(),
    belongsTo('author', 'authors', { required: true }),
    {
      name: 'publishedAt',
      type: 'date',
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: {
        date: { pickerAppearance: 'dayOnly' },
        position: 'sidebar',
        description: 'The day that stands on the article and orders the journal.',
      },
    },
    { name: 'lead', type: 'textarea', required: true, localized: true, maxLength: 300 },
    pictureField('picture', { required: true }),
    { name: 'body', type: 'richText', required: true, localized: true },
    belongsTo('products', 'products', {
      hasMany: true,
      maxRows: mostShoes,
      label: 'Shoes in it',
      admin: { description: 'Up to four, shown below the article while there is a pair.' },
    }),
    seoFields,
  ],
}

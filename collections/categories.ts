import type { CollectionConfig } from 'payload'
import { anyone, can, never } from './access'
import { followPath, keepPath, refuseFullDelete } from './category-hooks'
import { belongsTo, integerField, pictureField, seoFields, slugField } from './fields'

/** A tree of at most three levels; `path` is kept by a service, whoever writes. */
export const Categories: CollectionConfig = {
  slug: 'categories',
  trash: true,
  admin: { group: 'Catalogue', useAsTitle: 'path', defaultColumns: ['path', 'name', 'order'] },
  access: {
    read: anyone,
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: never,
  },
  hooks: { beforeChange: [keepPath], afterChange: [followPath], beforeDelete: [refuseFullDelete] },
  fields: [
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 120 },
    slugField(),
    belongsTo('parent', 'categories'),
    {
      name: 'path',
      type: 'text',
      index: true,
      admin: { readOnly: true, position: 'sidebar', description: 'Made from the slugs of its parents.' },
    },
    { name: 'description', type: 'textarea', localized: true },
    integerField('order', { defaultValue: 0 }),
    pictureField('picture'),
    belongsTo('pinned', 'products', { hasMany: true, admin: { description: 'Shown first, in this order.' } }),
    seoFields,
  ],
}

import type { CollectionConfig } from 'payload'
import { blocks } from './blocks'
import { previewed } from './admin-screens'
import { can, publishedOr } from './access'
import { seoFields, slugField } from './fields'

export const Pages: CollectionConfig = {
  slug: 'pages',
  trash: true,
  versions: { drafts: { schedulePublish: true }, maxPerDoc: 50 },
  admin: {
    group: 'Content',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    ...previewed('pages'),
  },
  access: {
    read: publishedOr('content.write'),
    create: can('content.write'),
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: can('content.write'),
  },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 160 },
    slugField(),
    { name: 'layout', type: 'blocks', blocks },
    seoFields,
  ],
}

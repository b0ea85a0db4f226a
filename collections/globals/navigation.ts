import type { Field, GlobalConfig } from 'payload'
import { anyone, can, never } from '../access'
import { safeHref } from '../blocks'
import { belongsTo } from '../fields'

const item = (children?: Field): Field[] => [
  {
    type: 'row',
    fields: [
      { name: 'label', type: 'text', localized: true, required: true, maxLength: 60 },
      belongsTo('category', 'categories'),
      { name: 'href', type: 'text', maxLength: 300, validate: safeHref },
    ],
  },
  ...(children ? [children] : []),
]

const children = (name: string, deeper?: Field): Field => ({
  name,
  type: 'array',
  maxRows: 30,
  fields: item(deeper),
})

export const Navigation: GlobalConfig = {
  slug: 'navigation',
  admin: { group: 'Content' },
  access: { read: anyone, update: can('content.write'), readVersions: never },
  fields: [children('items', children('groups', children('links')))],
}

export const Footer: GlobalConfig = {
  slug: 'footer',
  admin: { group: 'Content' },
  access: { read: anyone, update: can('content.write'), readVersions: never },
  fields: [
    {
      name: 'columns',
      type: 'array',
      maxRows: 6,
      fields: [{ name: 'heading', type: 'text', localized: true, required: true }, children('links')],
    },
    { name: 'smallPrint', type: 'textarea', localized: true },
  ],
}

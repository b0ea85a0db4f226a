import type { CollectionConfig } from 'payload'
import { anyone, can, never } from './access'

/** Where an old address leads. A changed slug leaves one by itself. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  admin: { group: 'Content', useAsTitle: 'from', defaultColumns: ['from', 'to'] },
  access: {
    read: anyone,
    create: can('content.write'),
    update: can('content.write'),
    delete: can('content.write'),
    readVersions: never,
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 300,
      validate: ownPath,
    },
    { name: 'to', type: 'text', required: true, maxLength: 300, validate: ownPath },
  ],
}

function ownPath(value: unknown): string | true {
  return /^\/(?!\/)[^\s?#]*$/.test(String(value)) || 'A path that starts with one slash.'
}

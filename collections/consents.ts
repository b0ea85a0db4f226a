import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'

/**
 * Receipts of what visitors chose about being counted: that a choice was made, when and to which words. Nothing in a row
 * says who made it; the visitor keeps its number.
 */
export const Consents: CollectionConfig = {
  slug: 'consents',
  labels: { singular: 'Consent', plural: 'Consents' },
  admin: {
    group: 'System',
    useAsTitle: 'choice',
    defaultColumns: ['createdAt', 'choice', 'edition', 'market'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('settings.write')),
  fields: [
    { name: 'choice', type: 'text', required: true, index: true },
    { name: 'edition', type: 'number', required: true },
    { name: 'market', type: 'text', required: true },
  ],
}

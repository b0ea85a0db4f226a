import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { belongsTo, stateField } from './fields'

/** Shoppers who want to hear when a size is back. Each waits once per size and is told once. */
export const StockAlerts: CollectionConfig = {
  slug: 'stock-alerts',
  labels: { singular: 'Stock alert', plural: 'Stock alerts' },
  admin: {
    group: 'Stock',
    useAsTitle: 'email',
    defaultColumns: ['variant', 'email', 'status', 'createdAt', 'sentAt'],
    listSearchableFields: ['email'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('customers.read')),
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    { name: 'email', type: 'email', required: true },
    { name: 'market', type: 'text', required: true },
    stateField('status', { defaultValue: 'waiting' }),
    { name: 'sentAt', type: 'date' },
  ],
}

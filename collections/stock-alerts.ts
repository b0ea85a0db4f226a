import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { cell, column } from './admin-screens'
import { belongsTo, integerField, stateField } from './fields'
import { alertVerbs } from './alert-verbs'

/**
 * Shoppers who wait for a size, in the order in which they asked. Each waits once per size; when a pair comes it is held for
 * whoever is next, and they are told.
 */
export const StockAlerts: CollectionConfig = {
  slug: 'stock-alerts',
  labels: { singular: 'Stock alert', plural: 'Stock alerts' },
  admin: {
    group: 'Stock',
    useAsTitle: 'email',
    defaultColumns: ['pair', 'email', 'status', 'createdAt', 'heldUntil', 'hold'],
    listSearchableFields: ['email'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('customers.read')),
  endpoints: alertVerbs,
  fields: [
    column('pair', 'Pair', 'stock/stock-cells#PairCell'),
    belongsTo('variant', 'variants', { required: true }),
    { name: 'email', type: 'email', required: true },
    { name: 'market', type: 'text', required: true },
    stateField('status', {
      defaultValue: 'waiting',
      admin: { readOnly: true, components: cell('stock/hold-cells#AlertStateCell') },
    }),
    { name: 'sentAt', type: 'date', label: 'Told at' },
    {
      name: 'heldUntil',
      type: 'date',
      admin: { components: cell('stock/hold-cells#HeldUntilCell') },
    },
    integerField('place', {
      label: 'Place in the draw',
      admin: { readOnly: true, description: 'Whoever was drawn comes before those who have waited.' },
    }),
    integerField('holdMinutes', {
      label: 'Minutes a pair is held',
      admin: { readOnly: true, description: 'Empty: as long as the shop says.' },
    }),
    column('hold', 'Hold', 'stock/hold-cells#HoldCell'),
  ],
}

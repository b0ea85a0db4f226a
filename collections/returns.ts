import type { CollectionConfig } from 'payload'
import { cell, ownView, screen } from './admin-screens'
import { can, serviceWritten } from './access'
import { belongsTo, integerField, stateField } from './fields'
import { returnVerbs } from './return-verbs'

/** Pairs that come back, from the wish to the shelf. Services alone move its state. */
export const Returns: CollectionConfig = {
  slug: 'returns',
  admin: {
    group: 'Orders',
    useAsTitle: 'number',
    defaultColumns: ['number', 'order', 'status', 'resolution', 'createdAt'],
    listSearchableFields: ['number'],
    hideAPIURL: true,
    pagination: { defaultLimit: 25 },
    components: {
      beforeListTable: [screen('returns/return-filters#ReturnFilters')],
      views: ownView('returns/return-view#ReturnView'),
    },
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('orders.read')),
  endpoints: returnVerbs,
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, index: true },
    belongsTo('order', 'orders', { required: true }),
    stateField('status', { admin: { readOnly: true, components: cell('returns/return-cells#ReturnCell') } }),
    stateField('resolution', {
      admin: { readOnly: true, components: cell('returns/return-cells#ResolutionCell') },
    }),
    { name: 'origin', type: 'text', required: true },
    belongsTo('withdrawal', 'withdrawals'),
    belongsTo('exchangeOrder', 'orders'),
    belongsTo('refund', 'refunds'),
    {
      name: 'lines',
      type: 'array',
      fields: [
        { name: 'orderLine', type: 'text', required: true },
        belongsTo('variant', 'variants', { required: true }),
        integerField('quantity', { required: true, min: 1 }),
        { name: 'reason', type: 'text', required: true },
        belongsTo('exchangeVariant', 'variants'),
        integerField('restocked', { required: true, min: 0, defaultValue: 0 }),
        integerField('writtenOff', { required: true, min: 0, defaultValue: 0 }),
      ],
    },
    { name: 'note', type: 'textarea' },
    { name: 'refusal', type: 'text' },
    {
      name: 'timeline',
      type: 'array',
      fields: [
        { name: 'at', type: 'date', required: true },
        { name: 'status', type: 'text', required: true },
        { name: 'actor', type: 'text' },
        { name: 'note', type: 'text' },
      ],
    },
  ],
}

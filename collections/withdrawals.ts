import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { belongsTo, integerField } from './fields'

/**
 * Statements of withdrawal from a contract, as they came. Nobody asks for a reason, and none is refused for being
 * late. Source: Directive 2011/83/EU, Art. 11a, as amended by Directive (EU) 2023/2673.
 */
export const Withdrawals: CollectionConfig = {
  slug: 'withdrawals',
  admin: {
    group: 'Orders',
    useAsTitle: 'number',
    defaultColumns: ['number', 'order', 'name', 'statedAt', 'isLate', 'outcome'],
    listSearchableFields: ['number', 'name', 'email'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-statedAt',
  access: serviceWritten(can('orders.read')),
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, index: true },
    belongsTo('order', 'orders', { required: true }),
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'email', required: true },
    { name: 'statedAt', type: 'date', required: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'deadline', type: 'date' },
    { name: 'isLate', type: 'checkbox', required: true, label: 'Late' },
    { name: 'isWhole', type: 'checkbox', required: true, label: 'Whole order' },
    {
      name: 'lines',
      type: 'array',
      fields: [
        { name: 'orderLine', type: 'text', required: true },
        integerField('quantity', { required: true, min: 1 }),
      ],
    },
    { name: 'outcome', type: 'text', required: true },
    belongsTo('return', 'returns'),
  ],
}

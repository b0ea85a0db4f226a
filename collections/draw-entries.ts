import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { cell, column } from './admin-screens'
import { belongsTo, integerField, stateField } from './fields'

/**
 * Who has entered the draw of a launch, each person once. An entry counts once its address was shown to be theirs; from the draw
 * on it has a place, and what becomes of its pair is told by the stock alert of the same id.
 */
export const DrawEntries: CollectionConfig = {
  slug: 'draw-entries',
  labels: { singular: 'Draw entry', plural: 'Draw entries' },
  admin: {
    group: 'Stock',
    useAsTitle: 'email',
    defaultColumns: ['pair', 'email', 'status', 'place', 'createdAt'],
    listSearchableFields: ['email'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('customers.read')),
  fields: [
    column('pair', 'Pair', 'stock/stock-cells#PairCell'),
    belongsTo('product', 'products', { required: true }),
    belongsTo('variant', 'variants', { required: true }),
    { name: 'email', type: 'email', required: true },
    { name: 'market', type: 'text', required: true },
    stateField('status', {
      defaultValue: 'asked',
      admin: { readOnly: true, components: cell('stock/draw-cells#EntryStateCell') },
    }),
    { name: 'confirmedAt', type: 'date' },
    integerField('place', { admin: { readOnly: true } }),
  ],
}

import type { CollectionConfig } from 'payload'
import { anyone, serviceWritten } from './access'
import { belongsTo, integerField } from './fields'

/** Append-only: what a variant costs in a currency from an instant on. The lowest price of 30 days is read from it. */
export const PriceRecords: CollectionConfig = {
  slug: 'price-records',
  labels: { singular: 'Price record', plural: 'Price records' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'id',
    defaultColumns: ['variant', 'currency', 'amount', 'regular', 'campaign', 'effectiveFrom'],
  },
  defaultSort: '-effectiveFrom',
  access: serviceWritten(anyone),
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    { name: 'currency', type: 'text', required: true },
    integerField('amount', { required: true, min: 0 }),
    integerField('regular', {
      min: 0,
      admin: { description: 'The price without the reduction. Empty: it is not reduced.' },
    }),
    belongsTo('campaign', 'price-campaigns'),
    { name: 'effectiveFrom', type: 'date', required: true, index: true },
  ],
}

import type { CollectionConfig } from 'payload'
import { can, neverField, serviceWritten } from './access'
import { belongsTo, integerField } from './fields'

/** Shoes that somebody keeps for later: one list for a customer, or for whoever holds its token. */
export const Wishlists: CollectionConfig = {
  slug: 'wishlists',
  admin: {
    group: 'Customers',
    useAsTitle: 'id',
    defaultColumns: ['customer', 'items', 'shared', 'updatedAt'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-updatedAt',
  access: serviceWritten(can('customers.read')),
  fields: [
    belongsTo('customer', 'customers'),
    {
      name: 'secretHash',
      type: 'text',
      unique: true,
      admin: { hidden: true },
      access: { read: neverField, create: neverField, update: neverField },
    },
    { name: 'shared', type: 'checkbox', required: true, defaultValue: false },
    // Links of an older edition are dead.
    integerField('edition', { required: true, min: 1, defaultValue: 1, admin: { hidden: true } }),
    {
      name: 'items',
      type: 'array',
      fields: [
        belongsTo('product', 'products', { required: true }),
        { name: 'addedAt', type: 'date', required: true },
      ],
    },
  ],
}

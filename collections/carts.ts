import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import { can, neverField, serviceWritten } from './access'
import { belongsTo, currencyField, integerField, stateField } from './fields'

/** A cart belongs to one market; services own it, and it is recomputed on every read. */
export const cartsOverride: CollectionOverride = ({ defaultCollection }) => ({
  slug: defaultCollection.slug,
  labels: { singular: 'Cart', plural: 'Carts' },
  admin: {
    group: 'Orders',
    useAsTitle: 'id',
    defaultColumns: ['createdAt', 'market', 'status', 'customer'],
    hideAPIURL: true,
  },
  access: serviceWritten(can('orders.read')),
  endpoints: [],
  fields: [
    {
      name: 'secretHash',
      type: 'text',
      unique: true,
      required: true,
      admin: { hidden: true },
      access: { read: neverField, create: neverField, update: neverField },
    },
    { name: 'market', type: 'text', required: true },
    currencyField(),
    stateField('status', { defaultValue: 'open' }),
    belongsTo('customer', 'customers'),
    belongsTo('order', 'orders'),
    { name: 'code', type: 'text', maxLength: 64 },
    {
      name: 'lines',
      type: 'array',
      fields: [
        belongsTo('variant', 'variants', { required: true }),
        integerField('quantity', { required: true, min: 1, max: 20 }),
        integerField('seenPrice', {
          min: 0,
          admin: { description: 'The unit price the shopper last saw, in minor units.' },
        }),
      ],
    },
    {
      name: 'draft',
      type: 'json',
      admin: { hidden: true },
      access: { read: neverField, create: neverField, update: neverField },
    },
    {
      name: 'credits',
      type: 'json',
      admin: { hidden: true },
      access: { read: neverField, create: neverField, update: neverField },
    },
    { name: 'expiresAt', type: 'date', index: true },
  ],
})

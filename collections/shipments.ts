import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { belongsTo, integerField } from './fields'

export const Shipments: CollectionConfig = {
  slug: 'shipments',
  admin: {
    group: 'Orders',
    useAsTitle: 'trackingNumber',
    defaultColumns: ['createdAt', 'order', 'carrier', 'trackingNumber'],
  },
  defaultSort: '-createdAt',
  access: serviceWritten(can('orders.read')),
  fields: [
    belongsTo('order', 'orders', { required: true }),
    belongsTo('location', 'locations'),
    { name: 'carrier', type: 'text' },
    { name: 'trackingNumber', type: 'text', index: true },
    { name: 'shippedAt', type: 'date', required: true },
    {
      name: 'lines',
      type: 'array',
      fields: [
        { name: 'orderLine', type: 'text', required: true },
        belongsTo('variant', 'variants', { required: true }),
        integerField('quantity', { required: true, min: 1 }),
      ],
    },
  ],
}

import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import { can, serviceWritten } from './access'
import { belongsTo, currencyField, integerField, moneyField, stateField } from './fields'

/** What a provider says about the money of an order. Refunded never exceeds captured: a CHECK holds it. */
export const paymentsOverride: CollectionOverride = () => ({
  slug: 'payments',
  labels: { singular: 'Payment', plural: 'Payments' },
  admin: {
    group: 'Orders',
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'order', 'provider', 'status', 'amount'],
  },
  access: serviceWritten(can('orders.read')),
  endpoints: [],
  fields: [
    belongsTo('order', 'orders', { required: true }),
    { name: 'provider', type: 'text', required: true },
    integerField('attempt', { required: true, min: 1, defaultValue: 1 }),
    { name: 'reference', type: 'text', unique: true, admin: { description: "The provider's own number." } },
    stateField('status'),
    currencyField(),
    moneyField('amount', { required: true }),
    moneyField('captured', { required: true, defaultValue: 0 }),
    moneyField('refunded', { required: true, defaultValue: 0 }),
    { name: 'data', type: 'json' },
  ],
})

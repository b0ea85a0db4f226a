import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import { cell } from './admin-screens'
import { can, serviceWritten } from './access'
import { belongsTo, currencyField, integerField, moneyField, stateField } from './fields'

/** What a provider says about the money of an order. Refunded never exceeds captured: a CHECK holds it. */
export const paymentsOverride: CollectionOverride = () => ({
  slug: 'payments',
  labels: { singular: 'Payment', plural: 'Payments' },
  admin: {
    group: 'Orders',
    useAsTitle: 'reference',
    defaultColumns: ['createdAt', 'order', 'provider', 'status', 'amount', 'reference'],
  },
  access: serviceWritten(can('orders.read')),
  endpoints: [],
  fields: [
    belongsTo('order', 'orders', { required: true }),
    {
      name: 'provider',
      type: 'text',
      required: true,
      admin: { components: cell('list-cells#MethodCell') },
    },
    integerField('attempt', { required: true, min: 1, defaultValue: 1 }),
    {
      name: 'reference',
      type: 'text',
      unique: true,
      admin: { description: "The provider's own number.", components: cell('list-cells#SaidCell') },
    },
    stateField('status', { admin: { readOnly: true, components: cell('list-cells#MoneyStateCell') } }),
    currencyField(),
    moneyField('amount', { required: true, admin: { components: cell('list-cells#AmountCell') } }),
    moneyField('captured', { required: true, defaultValue: 0 }),
    moneyField('refunded', { required: true, defaultValue: 0 }),
    belongsTo('credit', 'credits', {
      admin: { description: 'The gift card or store credit that pays this part.' },
    }),
    // What the provider needs again; the order's own screen says what it means.
    { name: 'data', type: 'json', admin: { hidden: true } },
  ],
})

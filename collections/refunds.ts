import type { CollectionConfig } from 'payload'
import { cell } from './admin-screens'
import { can, serviceWritten } from './access'
import { belongsTo, currencyField, integerField, moneyField, stateField } from './fields'
import { refundVerbs } from './refund-verbs'

/** Money that goes back over one payment. A CHECK on the order holds all of them below what has come. */
export const Refunds: CollectionConfig = {
  slug: 'refunds',
  admin: {
    group: 'Orders',
    useAsTitle: 'reason',
    defaultColumns: ['createdAt', 'order', 'amount', 'kind', 'status', 'reason'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('orders.read')),
  endpoints: refundVerbs,
  fields: [
    belongsTo('order', 'orders', { required: true }),
    belongsTo('payment', 'payments', { required: true }),
    belongsTo('credit', 'credits', {
      admin: { description: 'Where it goes instead of back over the payment.' },
    }),
    {
      name: 'request',
      type: 'text',
      required: true,
      index: true,
      admin: { description: 'The same for all that one decision sends back, over however many payments.' },
    },
    stateField('kind', { admin: { readOnly: true, components: cell('list-cells#RefundKindCell') } }),
    stateField('status', { admin: { readOnly: true, components: cell('list-cells#RefundStateCell') } }),
    currencyField(),
    moneyField('amount', { required: true, admin: { components: cell('list-cells#AmountCell') } }),
    moneyField('shipping', { required: true, defaultValue: 0 }),
    moneyField('shippingTax', { required: true, defaultValue: 0 }),
    {
      name: 'lines',
      type: 'array',
      fields: [
        { name: 'orderLine', type: 'text', required: true },
        integerField('quantity', { required: true, min: 1 }),
        moneyField('amount', { required: true }),
        moneyField('tax', { required: true }),
      ],
    },
    { name: 'reason', type: 'text', admin: { components: cell('list-cells#SaidCell') } },
    { name: 'actor', type: 'text' },
    { name: 'reference', type: 'text', admin: { description: 'Of the bank transfer or the provider.' } },
    { name: 'doneAt', type: 'date' },
    integerField('attempts', { required: true, min: 0, defaultValue: 0 }),
    { name: 'error', type: 'text' },
    { name: 'nextAttemptAt', type: 'date' },
  ],
}

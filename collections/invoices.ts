import type { CollectionConfig } from 'payload'
import { cell, ownView } from './admin-screens'
import { can, serviceWritten } from './access'
import { belongsTo, currencyField, integerField, moneyField, stateField } from './fields'

/**
 * Invoices and credit notes as they were issued, each with all it prints. Append-only; a trigger refuses a gap in the
 * numbers of a year.
 */
export const Invoices: CollectionConfig = {
  slug: 'invoices',
  labels: { singular: 'Invoice', plural: 'Invoices' },
  admin: {
    group: 'Orders',
    useAsTitle: 'number',
    defaultColumns: ['number', 'kind', 'order', 'issuedAt', 'total'],
    listSearchableFields: ['number'],
    hideAPIURL: true,
    pagination: { defaultLimit: 25 },
    components: { views: ownView('papers/invoice-view#InvoiceView') },
  },
  lockDocuments: false,
  defaultSort: '-issuedAt',
  access: serviceWritten(can('orders.read')),
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, index: true },
    stateField('kind', { admin: { readOnly: true, components: cell('papers/paper-cells#InvoiceKindCell') } }),
    {
      type: 'row',
      fields: [integerField('year', { required: true }), integerField('serial', { required: true, min: 1 })],
    },
    belongsTo('order', 'orders', { required: true }),
    belongsTo('invoice', 'invoices', { admin: { description: 'What a credit note takes back from.' } }),
    {
      name: 'source',
      type: 'text',
      required: true,
      admin: { description: 'The one cause it was issued for: an order, a refund, a change.' },
    },
    {
      name: 'issuedAt',
      type: 'date',
      required: true,
      label: 'Issued',
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { type: 'row', fields: [{ name: 'locale', type: 'text', required: true }, currencyField()] },
    {
      type: 'row',
      fields: [
        moneyField('net', { required: true }),
        moneyField('tax', { required: true }),
        moneyField('total', { required: true, admin: { components: cell('list-cells#AmountCell') } }),
      ],
    },
    { name: 'content', type: 'json', required: true, admin: { hidden: true } },
  ],
}

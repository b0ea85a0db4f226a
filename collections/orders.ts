import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import type { Field } from 'payload'
import { cell, column, ownView, screen } from './admin-screens'
import { canField, canOrOwns, serviceWritten } from './access'
import { addressSnapshot, belongsTo, currencyField, integerField, moneyField, stateField } from './fields'
import { orderVerbs } from './order-verbs'

const lines: Field = {
  name: 'lines',
  type: 'array',
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('product', 'products', { required: true }),
    {
      type: 'row',
      fields: [
        { name: 'sku', type: 'text', required: true },
        { name: 'title', type: 'text', required: true },
        { name: 'colour', type: 'text' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'size', type: 'text' },
        { name: 'width', type: 'text' },
        { name: 'image', type: 'text' },
      ],
    },
    { name: 'labels', type: 'json', admin: { hidden: true } },
    integerField('quantity', { required: true, min: 1 }),
    integerField('shipped', { required: true, min: 0, defaultValue: 0 }),
    integerField('gifts', {
      required: true,
      min: 0,
      defaultValue: 0,
      admin: { description: 'Pairs of these that are a gift.' },
    }),
    {
      type: 'row',
      fields: [
        moneyField('unitPrice', { required: true }),
        moneyField('regularPrice'),
        moneyField('discount', { required: true, defaultValue: 0 }),
      ],
    },
    {
      type: 'row',
      fields: [
        integerField('taxRate', { required: true, min: 0, admin: { description: 'Basis points.' } }),
        moneyField('tax', { required: true }),
        moneyField('total', { required: true }),
      ],
    },
  ],
}

const totals: Field = {
  type: 'row',
  fields: [
    moneyField('subtotal', { required: true }),
    moneyField('discount', { required: true, defaultValue: 0 }),
    moneyField('shipping', { required: true, defaultValue: 0 }),
    integerField('shippingTaxRate', { required: true, min: 0, defaultValue: 0 }),
    moneyField('shippingTax', { required: true, defaultValue: 0 }),
    moneyField('tax', { required: true, defaultValue: 0 }),
    moneyField('total', { required: true, admin: { components: cell('orders/order-cells#TotalCell') } }),
  ],
}

/** Of goods and delivery together, the highest rate first. */
const taxes: Field = {
  name: 'taxes',
  type: 'array',
  fields: [
    {
      type: 'row',
      fields: [
        integerField('rate', { required: true, min: 0, admin: { description: 'Basis points.' } }),
        moneyField('base', { required: true, admin: { description: 'Without tax.' } }),
        moneyField('tax', { required: true }),
        moneyField('shipping', { required: true, admin: { description: 'Delivery as charged.' } }),
        moneyField('shippingTax', { required: true }),
      ],
    },
  ],
}

/** Where the buyer collects it, as it was said when the order was placed. */
const pickup: Field = {
  name: 'pickup',
  type: 'group',
  fields: ['name', 'line1', 'postalCode', 'city', 'country', 'hours'].map((part): Field => ({
    name: part,
    type: 'text',
  })),
}

const timeline: Field = {
  name: 'timeline',
  type: 'array',
  fields: [
    { name: 'at', type: 'date', required: true },
    { name: 'kind', type: 'text', required: true },
    // Names of staff and their reasons are for staff.
    { name: 'actor', type: 'text', access: { read: canField('orders.read') } },
    { name: 'note', type: 'text', access: { read: canField('orders.read') } },
    { name: 'data', type: 'json', access: { read: canField('orders.read') } },
  ],
}

/** What was bought, as it was bought. Services alone move its two states. */
export const ordersOverride: CollectionOverride = ({ defaultCollection }) => ({
  slug: defaultCollection.slug,
  labels: { singular: 'Order', plural: 'Orders' },
  admin: {
    group: 'Orders',
    useAsTitle: 'number',
    defaultColumns: [
      'number',
      'customerName',
      'pairs',
      'total',
      'paymentStatus',
      'fulfilmentStatus',
      'placedAt',
    ],
    listSearchableFields: ['number', 'email', 'customerName'],
    hideAPIURL: true,
    pagination: { defaultLimit: 25 },
    components: {
      beforeListTable: [screen('orders/order-filters#OrderFilters')],
      views: ownView('orders/order-view#OrderView'),
    },
  },
  lockDocuments: false,
  defaultSort: '-placedAt',
  access: serviceWritten(canOrOwns('orders.read', 'customer')),
  endpoints: orderVerbs,
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, index: true },
    {
      name: 'placedAt',
      type: 'date',
      required: true,
      index: true,
      label: 'Placed',
      admin: { date: { pickerAppearance: 'dayAndTime' }, components: cell('orders/order-cells#AgeCell') },
    },
    {
      type: 'row',
      fields: [
        { name: 'market', type: 'text', required: true },
        { name: 'locale', type: 'text', required: true },
        { name: 'sizeSystem', type: 'text', admin: { readOnly: true } },
        currencyField(),
        { name: 'taxIncluded', type: 'checkbox', required: true },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'email', type: 'email', required: true, index: true },
        {
          name: 'customerName',
          type: 'text',
          label: 'Customer',
          admin: { components: cell('orders/order-cells#CustomerCell') },
        },
        belongsTo('customer', 'customers'),
        belongsTo('cart', 'carts'),
      ],
    },
    {
      type: 'row',
      fields: [
        stateField('paymentStatus', {
          label: 'Payment',
          admin: { readOnly: true, components: cell('orders/order-cells#PaymentCell') },
        }),
        stateField('fulfilmentStatus', {
          label: 'Shipping',
          admin: { readOnly: true, components: cell('orders/order-cells#FulfilmentCell') },
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'paymentMethod', type: 'text', required: true },
        belongsTo('shippingMethod', 'shipping-methods'),
        { name: 'shippingName', type: 'text' },
      ],
    },
    { name: 'code', type: 'text', label: 'Promotion code' },
    { name: 'giftNote', type: 'textarea', maxLength: 300 },
    { name: 'promotions', type: 'json' },
    {
      name: 'explanation',
      type: 'json',
      access: { read: canField('orders.read') },
    },
    column('pairs', 'Pairs', 'orders/order-cells#PairsCell'),
    lines,
    totals,
    taxes,
    {
      type: 'row',
      fields: [
        moneyField('captured', { required: true, defaultValue: 0 }),
        moneyField('refunded', { required: true, defaultValue: 0 }),
        moneyField('owed', {
          required: true,
          defaultValue: 0,
          admin: { description: 'Must still go back: refunds that are decided and not yet done.' },
        }),
        moneyField('credited', {
          required: true,
          defaultValue: 0,
          admin: { description: 'Of what went or goes back: because an edit made the order cheaper.' },
        }),
        moneyField('held', {
          required: true,
          defaultValue: 0,
          admin: {
            description: 'Taken from gift cards and credit, and given back if the rest is never paid.',
          },
        }),
      ],
    },
    { name: 'deliveredAt', type: 'date' },
    {
      name: 'tags',
      type: 'text',
      hasMany: true,
      maxRows: 20,
      access: { read: canField('orders.read') },
    },
    {
      ...belongsTo('assignee', 'users'),
      label: 'Looked after by',
      access: { read: canField('orders.read') },
    },
    belongsTo('exchangeOf', 'returns'),
    {
      name: 'dispute',
      type: 'text',
      admin: { readOnly: true, description: 'The cardholder has called the money back over their bank.' },
    },
    addressSnapshot('shippingAddress'),
    addressSnapshot('billingAddress'),
    {
      type: 'row',
      fields: [
        { name: 'company', type: 'text' },
        { name: 'vatNumber', type: 'text', label: 'VAT number' },
        { name: 'reverseCharge', type: 'checkbox', defaultValue: false },
      ],
    },
    pickup,
    {
      name: 'expiresAt',
      type: 'date',
      index: true,
      admin: { description: 'Unpaid until then gives the pairs back.' },
    },
    timeline,
    { name: 'shipments', type: 'join', collection: 'shipments', on: 'order' },
    { name: 'payments', type: 'join', collection: 'payments', on: 'order' },
    { name: 'refunds', type: 'join', collection: 'refunds', on: 'order' },
    { name: 'invoices', type: 'join', collection: 'invoices', on: 'order' },
    { name: 'returns', type: 'join', collection: 'returns', on: 'order' },
    { name: 'withdrawals', type: 'join', collection: 'withdrawals', on: 'order' },
  ],
})

import type { CollectionConfig } from 'payload'
import { cell, ownView, screen } from './admin-screens'
import { can, neverField, serviceWritten } from './access'
import { creditVerbs } from './credit-verbs'
import { belongsTo, currencyField, integerField, moneyField, stateField } from './fields'

/** What the shop owes: a gift card to whoever has its code, store credit to a customer. Its ledger alone moves the balance. */
export const Credits: CollectionConfig = {
  slug: 'credits',
  labels: { singular: 'Gift card', plural: 'Gift cards and credit' },
  admin: {
    group: 'Customers',
    useAsTitle: 'last4',
    defaultColumns: ['last4', 'balance', 'status', 'recipient', 'customer', 'expiresAt', 'createdAt'],
    listSearchableFields: ['last4', 'recipient'],
    hideAPIURL: true,
    pagination: { defaultLimit: 25 },
    components: {
      beforeListTable: [screen('credits/credit-filters#CreditFilters')],
      views: ownView('credits/credit-view#CreditView'),
    },
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('orders.read')),
  endpoints: creditVerbs,
  disableDuplicate: true,
  fields: [
    {
      name: 'last4',
      type: 'text',
      label: 'Card',
      admin: { components: cell('credits/credit-cells#NameCell') },
    },
    {
      name: 'codeHash',
      type: 'text',
      unique: true,
      admin: { hidden: true },
      access: { read: neverField, create: neverField, update: neverField },
    },
    stateField('kind'),
    stateField('status', {
      defaultValue: 'active',
      admin: { readOnly: true, components: cell('credits/credit-cells#CreditStateCell') },
    }),
    currencyField(),
    moneyField('balance', {
      required: true,
      defaultValue: 0,
      admin: { components: cell('list-cells#AmountCell') },
    }),
    belongsTo('customer', 'customers', {
      admin: {
        description: 'Whose store credit it is.',
        components: cell('credits/credit-cells#WhoseCell'),
      },
    }),
    {
      name: 'recipient',
      type: 'text',
      label: 'Mailed to',
      maxLength: 254,
      admin: { components: cell('list-cells#SaidCell') },
    },
    { name: 'message', type: 'textarea', maxLength: 500 },
    { name: 'locale', type: 'text', required: true, defaultValue: 'en' },
    { name: 'expiresAt', type: 'date', index: true },
    integerField('edition', {
      required: true,
      min: 1,
      defaultValue: 1,
      admin: { description: 'Counts the codes it has had: sending it again makes a new one.' },
    }),
  ],
}

/** Append-only: the entries of a gift card or credit sum to its balance. */
export const CreditEntries: CollectionConfig = {
  slug: 'credit-entries',
  labels: { singular: 'Credit entry', plural: 'Credit entries' },
  admin: {
    group: 'Customers',
    useAsTitle: 'kind',
    defaultColumns: ['createdAt', 'credit', 'kind', 'amount', 'order', 'reason', 'actor'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('orders.read')),
  fields: [
    belongsTo('credit', 'credits', { required: true }),
    stateField('kind', { admin: { readOnly: true, components: cell('credits/credit-cells#EntryKindCell') } }),
    integerField('amount', {
      required: true,
      label: 'Change',
      admin: { description: 'Minor units, signed.' },
    }),
    belongsTo('order', 'orders'),
    { name: 'reason', type: 'text', admin: { components: cell('list-cells#SaidCell') } },
    { name: 'actor', type: 'text', label: 'Who' },
  ],
}

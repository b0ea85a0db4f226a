import type { CollectionConfig, Field } from 'payload'
import { cell, column, ownView, screen } from './admin-screens'
import { can, never, serviceWritten } from './access'
import { belongsTo, countryField, integerField } from './fields'
import { stockVerbs } from './stock-verbs'

/** Not stored: what the variant is called, so that a level or a movement is found by it. */
const namedByVariant: Field[] = [
  { name: 'sku', type: 'text', label: 'SKU', virtual: 'variant.sku' },
  { name: 'name', type: 'text', virtual: 'variant.product.title' },
]

export const Locations: CollectionConfig = {
  slug: 'locations',
  admin: { group: 'Stock', useAsTitle: 'name', defaultColumns: ['name', 'code', 'isDefault'] },
  access: {
    read: can('stock.read'),
    create: can('settings.write'),
    update: can('settings.write'),
    delete: never,
    readVersions: never,
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 20 },
    { name: 'isDefault', type: 'checkbox', admin: { description: 'Checkout sells from here. Exactly one.' } },
    { name: 'line1', type: 'text', label: 'Street and number', maxLength: 120 },
    {
      type: 'row',
      fields: [
        { name: 'postalCode', type: 'text', maxLength: 20 },
        { name: 'city', type: 'text', maxLength: 120 },
        countryField('country'),
      ],
    },
    {
      name: 'hours',
      type: 'textarea',
      localized: true,
      maxLength: 300,
      admin: { description: 'When people may collect here, as shoppers read it.' },
    },
  ],
}

/** One counter per variant and location, under lock. A shopper may see none of it. */
export const StockLevels: CollectionConfig = {
  slug: 'stock-levels',
  labels: { singular: 'Stock level', plural: 'Stock levels' },
  admin: {
    group: 'Stock',
    useAsTitle: 'name',
    defaultColumns: ['pair', 'onHand', 'reserved', 'free', 'adjust'],
    listSearchableFields: ['sku', 'name'],
    hideAPIURL: true,
    pagination: { defaultLimit: 50 },
    components: {
      beforeListTable: [screen('stock/stock-filters#StockFilters')],
      views: ownView('stock/stock-level-view#StockLevelView'),
    },
  },
  lockDocuments: false,
  access: serviceWritten(can('stock.read')),
  endpoints: stockVerbs,
  disableDuplicate: true,
  fields: [
    column('pair', 'Pair', 'stock/stock-cells#PairCell'),
    ...namedByVariant,
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('location', 'locations', { required: true }),
    integerField('onHand', {
      required: true,
      min: 0,
      defaultValue: 0,
      admin: { components: cell('stock/stock-cells#FigureCell') },
    }),
    integerField('reserved', {
      required: true,
      min: 0,
      defaultValue: 0,
      label: 'Held',
      admin: { components: cell('stock/stock-cells#FigureCell') },
    }),
    column('free', 'Free', 'stock/stock-cells#FreeCell'),
    column('adjust', 'Adjust', 'stock/stock-cells#AdjustCell'),
  ],
}

/** Append-only: the movements of a variant at a location sum to what is on hand. */
export const StockMovements: CollectionConfig = {
  slug: 'stock-movements',
  labels: { singular: 'Stock movement', plural: 'Stock movements' },
  admin: {
    group: 'Stock',
    useAsTitle: 'name',
    defaultColumns: ['pair', 'quantity', 'kind', 'reason', 'actor', 'document', 'createdAt'],
    listSearchableFields: ['sku', 'name', 'reason', 'document'],
    hideAPIURL: true,
    pagination: { defaultLimit: 50 },
    components: { beforeListTable: [screen('stock/stock-filters#MovementFilters')] },
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('stock.read')),
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('location', 'locations', { required: true }),
    column('pair', 'Pair', 'stock/stock-cells#PairCell'),
    ...namedByVariant,
    integerField('quantity', {
      required: true,
      label: 'Change',
      admin: { components: cell('stock/stock-cells#SignedCell') },
    }),
    {
      name: 'kind',
      type: 'text',
      required: true,
      index: true,
      admin: { components: cell('stock/stock-cells#KindCell') },
    },
    { name: 'reason', type: 'text', admin: { components: cell('list-cells#SaidCell') } },
    { name: 'actor', type: 'text', label: 'Who' },
    {
      name: 'document',
      type: 'text',
      index: true,
      admin: { components: cell('stock/stock-cells#DocumentCell') },
    },
  ],
}

/**
 * Pairs held for an order, or one pair for somebody who has waited for it and the bag they have put it into; the row goes when
 * they ship or come free.
 */
export const Reservations: CollectionConfig = {
  slug: 'reservations',
  admin: {
    group: 'Stock',
    useAsTitle: 'id',
    defaultColumns: ['pair', 'quantity', 'order', 'expiresAt'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  access: serviceWritten(can('stock.read')),
  fields: [
    belongsTo('order', 'orders'),
    belongsTo('alert', 'stock-alerts'),
    belongsTo('cart', 'carts'),
    column('pair', 'Pair', 'stock/stock-cells#PairCell'),
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('location', 'locations', { required: true }),
    integerField('quantity', { required: true, min: 1 }),
    { name: 'expiresAt', type: 'date', index: true },
  ],
}

import type { CollectionConfig } from 'payload'
import { anyone, can, never, serviceWritten } from './access'
import { belongsTo, integerField } from './fields'
import { stockVerbs } from './stock-verbs'

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
  ],
}

/** One counter per variant and location, under lock. A shopper may see none of it. */
export const StockLevels: CollectionConfig = {
  slug: 'stock-levels',
  labels: { singular: 'Stock level', plural: 'Stock levels' },
  admin: {
    group: 'Stock',
    useAsTitle: 'id',
    defaultColumns: ['variant', 'location', 'onHand', 'reserved', 'updatedAt'],
  },
  access: serviceWritten(can('stock.read')),
  endpoints: stockVerbs,
  disableDuplicate: true,
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('location', 'locations', { required: true }),
    integerField('onHand', { required: true, min: 0, defaultValue: 0 }),
    integerField('reserved', { required: true, min: 0, defaultValue: 0 }),
  ],
}

/** Append-only: the movements of a variant at a location sum to what is on hand. */
export const StockMovements: CollectionConfig = {
  slug: 'stock-movements',
  labels: { singular: 'Stock movement', plural: 'Stock movements' },
  admin: {
    group: 'Stock',
    useAsTitle: 'id',
    defaultColumns: ['createdAt', 'variant', 'quantity', 'kind', 'reason', 'actor', 'document'],
  },
  defaultSort: '-createdAt',
  access: serviceWritten(can('stock.read')),
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('location', 'locations', { required: true }),
    integerField('quantity', { required: true }),
    { name: 'kind', type: 'text', required: true, index: true },
    { name: 'reason', type: 'text' },
    { name: 'actor', type: 'text' },
    { name: 'document', type: 'text', index: true },
  ],
}

/** Pairs held for an order; the row goes when they ship or come free. */
export const Reservations: CollectionConfig = {
  slug: 'reservations',
  admin: { group: 'Stock', useAsTitle: 'id', defaultColumns: ['variant', 'quantity', 'order', 'expiresAt'] },
  access: serviceWritten(can('stock.read')),
  fields: [
    belongsTo('order', 'orders'),
    belongsTo('cart', 'carts'),
    belongsTo('variant', 'variants', { required: true }),
    belongsTo('location', 'locations', { required: true }),
    integerField('quantity', { required: true, min: 1 }),
    { name: 'expiresAt', type: 'date', index: true },
  ],
}

export const PriceRecords: CollectionConfig = {
  slug: 'price-records',
  labels: { singular: 'Price record', plural: 'Price records' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'id',
    defaultColumns: ['variant', 'currency', 'amount', 'effectiveFrom'],
  },
  defaultSort: '-effectiveFrom',
  access: serviceWritten(anyone),
  fields: [
    belongsTo('variant', 'variants', { required: true }),
    { name: 'currency', type: 'text', required: true },
    integerField('amount', { required: true, min: 0 }),
    { name: 'effectiveFrom', type: 'date', required: true, index: true },
  ],
}

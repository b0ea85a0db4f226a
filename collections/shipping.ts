import type { CollectionConfig } from 'payload'
import { anyone, can, never } from './access'
import { belongsTo, currencyField, integerField, moneyField } from './fields'

const access = {
  read: anyone,
  create: can('settings.write'),
  update: can('settings.write'),
  delete: can('settings.write'),
  readVersions: never,
}

export const ShippingZones: CollectionConfig = {
  slug: 'shipping-zones',
  labels: { singular: 'Shipping zone', plural: 'Shipping zones' },
  admin: { group: 'Settings', useAsTitle: 'name', defaultColumns: ['name', 'countries'] },
  access,
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 40 },
    {
      name: 'countries',
      type: 'text',
      hasMany: true,
      required: true,
      admin: { description: 'ISO 3166-1 alpha-2: IT, DE, FR.' },
      validate: (value: unknown) =>
        (Array.isArray(value) && value.length > 0 && value.every((one) => /^[A-Z]{2}$/.test(String(one)))) ||
        'Two capital letters each.',
    },
  ],
}

export const ShippingMethods: CollectionConfig = {
  slug: 'shipping-methods',
  labels: { singular: 'Shipping method', plural: 'Shipping methods' },
  admin: { group: 'Settings', useAsTitle: 'code', defaultColumns: ['code', 'name', 'zone', 'active'] },
  access,
  fields: [
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 80 },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 60 },
    belongsTo('zone', 'shipping-zones', { required: true }),
    { name: 'carrier', type: 'text' },
    {
      type: 'row',
      fields: [
        integerField('minDays', { required: true, min: 0, max: 90 }),
        integerField('maxDays', { required: true, min: 0, max: 90 }),
        integerField('order', { defaultValue: 0 }),
      ],
    },
    { name: 'active', type: 'checkbox', defaultValue: true },
    {
      name: 'rates',
      type: 'array',
      required: true,
      minRows: 1,
      fields: [
        {
          type: 'row',
          fields: [
            currencyField(),
            moneyField('price', { required: true }),
            moneyField('freeFrom', { admin: { description: 'Goods of at least this value ship free.' } }),
            moneyField('minValue'),
            moneyField('maxValue'),
            integerField('maxWeightG', { min: 0 }),
          ],
        },
      ],
    },
  ],
}

export const TaxRates: CollectionConfig = {
  slug: 'tax-rates',
  labels: { singular: 'Tax rate', plural: 'Tax rates' },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'country', 'taxClass', 'basisPoints', 'validFrom'],
  },
  access,
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'country',
      type: 'text',
      required: true,
      index: true,
      validate: (value: unknown) => /^[A-Z]{2}$/.test(String(value)) || 'Two capital letters.',
    },
    { name: 'region', type: 'text', maxLength: 10 },
    { name: 'taxClass', type: 'text', required: true, defaultValue: 'standard' },
    integerField('basisPoints', { required: true, min: 0, max: 10000 }),
    { name: 'validFrom', type: 'date', required: true },
    { name: 'source', type: 'text' },
  ],
}

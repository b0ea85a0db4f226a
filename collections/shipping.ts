import type { CollectionConfig } from 'payload'
import type { RelationshipFieldSingleValidation, TextFieldSingleValidation } from 'payload'
import { postalPatternFault } from '#domain/postal-pattern'
import { anyone, can, never } from './access'
import { cell, column, screen } from './admin-screens'
import { shippingVerbs } from './shipping-verbs'
import {
  belongsTo,
  choiceField,
  countryField,
  currencyField,
  integerField,
  moneyField,
  taxClassField,
} from './fields'

const access = {
  read: anyone,
  create: can('settings.write'),
  update: can('settings.write'),
  delete: can('settings.write'),
  readVersions: never,
}

interface Siblings {
  kind?: unknown
  country?: unknown
}
const isPickup = (data: Siblings | undefined): boolean => data?.kind === 'pickup'

const validPostalCodes: TextFieldSingleValidation = (value, { siblingData }) =>
  postalPatternFault(String((siblingData as Siblings).country ?? ''), String(value ?? '')) ?? true
const deliveryNeedsZone: RelationshipFieldSingleValidation = (value, { data }) =>
  isPickup(data as Siblings) || Boolean(value) || 'What is sent needs a zone.'
const pickupNeedsStore: RelationshipFieldSingleValidation = (value, { data }) =>
  !isPickup(data as Siblings) || Boolean(value) || 'Choose the store.'

export const ShippingZones: CollectionConfig = {
  slug: 'shipping-zones',
  labels: { singular: 'Shipping zone', plural: 'Shipping zones' },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'countries', 'parts', 'ways'],
    components: { beforeListTable: [screen('shipping/delivery-test.client#DeliveryTest')] },
  },
  access,
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 40 },
    column('parts', 'Parts of countries', 'shipping/shipping-cells#PartsCell'),
    column('ways', 'Ways', 'shipping/shipping-cells#WaysCell'),
    {
      name: 'countries',
      type: 'text',
      hasMany: true,
      label: 'Whole countries',
      admin: {
        description: 'ISO 3166-1 alpha-2: IT, DE, FR.',
        components: cell('shipping/shipping-cells#CountriesCell'),
      },
      validate: (value: unknown) =>
        !value ||
        (Array.isArray(value) && value.every((one) => /^[A-Z]{2}$/.test(String(one)))) ||
        'Two capital letters each.',
    },
    {
      name: 'areas',
      type: 'array',
      label: 'Parts of countries',
      labels: { singular: 'Part of a country', plural: 'Parts of countries' },
      admin: { description: 'They go before whole countries of other zones.' },
      fields: [
        {
          type: 'row',
          fields: [
            countryField('country', { required: true }),
            {
              name: 'postalCodes',
              type: 'text',
              required: true,
              maxLength: 2000,
              label: 'Postcodes',
              admin: { description: 'Single ones, ranges and beginnings: 23041, 07000-07899, 35*' },
              validate: validPostalCodes,
            },
          ],
        },
      ],
    },
  ],
}

export const ShippingMethods: CollectionConfig = {
  slug: 'shipping-methods',
  labels: { singular: 'Shipping method', plural: 'Shipping methods' },
  endpoints: shippingVerbs,
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'zone', 'kind', 'prices', 'minDays', 'maxDays', 'active'],
    listSearchableFields: ['name', 'code'],
    components: { beforeListTable: [screen('shipping/delivery-test.client#DeliveryTest')] },
  },
  access,
  fields: [
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 80 },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 60 },
    choiceField(
      'kind',
      [
        { value: 'delivery', label: 'Sent by a carrier' },
        { value: 'pickup', label: 'Collected in a store' },
      ],
      { required: true, defaultValue: 'delivery' },
    ),
    {
      type: 'row',
      fields: [
        belongsTo('zone', 'shipping-zones', {
          admin: {
            description: 'Where it goes. For collecting: who sees it; left empty, the store’s country.',
          },
          validate: deliveryNeedsZone,
        }),
        belongsTo('location', 'locations', {
          label: 'Store',
          admin: { condition: isPickup },
          validate: pickupNeedsStore,
        }),
      ],
    },
    { name: 'carrier', type: 'text', admin: { condition: (data) => !isPickup(data) } },
    {
      type: 'row',
      fields: [
        integerField('minDays', { required: true, min: 0, max: 90 }),
        integerField('maxDays', { required: true, min: 0, max: 90 }),
        integerField('order', { defaultValue: 0 }),
      ],
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      admin: { components: cell('list-cells#YesCell') },
    },
    column('prices', 'Prices', 'shipping/shipping-cells#PricesCell'),
    {
      name: 'rates',
      type: 'array',
      label: 'Prices',
      required: true,
      minRows: 1,
      admin: { components: { Field: screen('shipping/bands.client#BandsField') } },
      fields: [
        {
          type: 'row',
          fields: [
            currencyField(),
            moneyField('price', { required: true }),
            moneyField('freeFrom', { admin: { description: 'Goods of at least this value ship free.' } }),
            moneyField('minValue', { label: 'Goods from' }),
            moneyField('maxValue', { label: 'Goods to' }),
            integerField('maxWeightG', { min: 0, label: 'Up to kg' }),
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
    countryField('country', { required: true, index: true }),
    {
      name: 'region',
      type: 'text',
      maxLength: 40,
      admin: {
        description: 'A part with a tax of its own: a US state (NY), or one that the documentation lists.',
      },
      validate: (value: unknown) =>
        !value || /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(String(value)) || 'Capital letters, digits and hyphens.',
    },
    taxClassField({ required: true, defaultValue: 'standard' }),
    integerField('basisPoints', {
      required: true,
      min: 0,
      max: 10000,
      label: 'Rate',
      admin: {
        components: { Field: screen('tax/percent.client#PercentField'), ...cell('tax/tax-cells#RateCell') },
      },
    }),
    {
      name: 'validFrom',
      type: 'date',
      required: true,
      admin: {
        date: { pickerAppearance: 'dayOnly' },
        description: 'An order has the rate of the day it is placed.',
      },
    },
    { name: 'source', type: 'text', admin: { description: 'Where the rate is published, and as of when.' } },
  ],
}

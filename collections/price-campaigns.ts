import { EUR, GBP, USD } from '@payloadcms/plugin-ecommerce'
import type { CollectionConfig, Condition, Field, NumberField } from 'payload'
import { anyStaff, can, never } from './access'
import { column, screen } from './admin-screens'
import { campaignVerbs } from './campaign-verbs'
import { refuseUsedCampaign, validEnd, validPercent } from './campaign-hooks'
import { belongsTo, integerField, moneyField } from './fields'

const supported = [EUR, GBP, USD]

/** Typed in whole units by the money input of the commerce plugin, kept in minor units. */
const amountIn = (currency: (typeof supported)[number]): NumberField =>
  moneyField(currency.code.toLowerCase(), {
    label: currency.code,
    admin: {
      components: {
        Field: {
          path: '@payloadcms/plugin-ecommerce/rsc#PriceInput',
          clientProps: {
            currency,
            currenciesConfig: { defaultCurrency: 'EUR', supportedCurrencies: supported },
          },
        },
      },
    },
  })

const isPercent: Condition = (data) => data?.kind !== 'amount' && data?.kind !== 'fixed'

const window: Field = {
  type: 'row',
  fields: [
    {
      name: 'startsAt',
      type: 'date',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' }, width: '50%' },
    },
    {
      name: 'endsAt',
      type: 'date',
      index: true,
      validate: validEnd,
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        width: '50%',
        description: 'The first moment without the reduction. Left empty: until it is switched off.',
      },
    },
  ],
}

const reduction: Field[] = [
  {
    name: 'kind',
    type: 'select',
    required: true,
    defaultValue: 'percent',
    options: [
      { value: 'percent', label: 'Percent off' },
      { value: 'amount', label: 'Amount off' },
      { value: 'fixed', label: 'Fixed price' },
    ],
  },
  integerField('percent', {
    min: 1,
    max: 99,
    label: 'Percent off',
    validate: validPercent,
    admin: { condition: isPercent },
  }),
  {
    name: 'amounts',
    type: 'group',
    label: 'Amount in each currency',
    admin: {
      condition: (data, siblings, context) => !isPercent(data, siblings, context),
      description: 'A currency that is left empty is not reduced.',
    },
    fields: [{ type: 'row', fields: supported.map(amountIn) }],
  },
]

const targets: Field = {
  type: 'collapsible',
  label: 'What it covers',
  admin: {
    description:
      'Brands, categories and segments narrow each other; within one of them any will do. Products are added to that, and left-out products are taken away.',
  },
  fields: [
    {
      type: 'row',
      fields: [
        belongsTo('brands', 'brands', { hasMany: true, admin: { width: '50%' } }),
        belongsTo('categories', 'categories', {
          hasMany: true,
          admin: { width: '50%', description: 'With everything below them.' },
        }),
      ],
    },
    {
      name: 'segments',
      type: 'select',
      hasMany: true,
      options: ['men', 'women', 'unisex', 'kids'],
    },
    belongsTo('products', 'products', { hasMany: true, label: 'Also these products' }),
    belongsTo('leftOut', 'products', { hasMany: true, label: 'But not these' }),
    belongsTo('customerGroups', 'customer-groups', {
      hasMany: true,
      label: 'Only for these customer groups',
      admin: {
        description:
          'A price list of their own: they see and pay it when they are signed in, nobody else does, and nothing is announced as reduced. Left empty: for everybody.',
      },
    }),
  ],
}

/** A planned reduction. Off until somebody switches it on; the preview below says what it will do. */
export const PriceCampaigns: CollectionConfig = {
  slug: 'price-campaigns',
  labels: { singular: 'Price campaign', plural: 'Price campaigns' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'reduction', 'startsAt', 'endsAt', 'priority'],
    description: 'Reductions with a beginning and an end. A price is never raised by one.',
  },
  defaultSort: '-startsAt',
  access: {
    read: anyStaff,
    create: can('catalog.write'),
    update: can('catalog.write'),
    delete: can('catalog.write'),
    readVersions: never,
  },
  hooks: { beforeDelete: [refuseUsedCampaign] },
  endpoints: campaignVerbs,
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    column('state', 'State', 'campaigns/campaign-cells#StateCell'),
    column('reduction', 'Reduction', 'campaigns/campaign-cells#ReductionCell'),
    window,
    ...reduction,
    targets,
    {
      name: 'preview',
      type: 'ui',
      label: 'What it will do',
      admin: {
        components: { Field: screen('campaigns/campaign-preview.client#CampaignPreview') },
        disableListColumn: true,
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      label: 'Switched on',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar', description: 'A campaign that is off changes no price.' },
    },
    integerField('priority', {
      defaultValue: 0,
      min: -1000,
      max: 1000,
      admin: {
        position: 'sidebar',
        description: 'Where several cover a product, the highest wins; among equals the lowest price.',
      },
    }),
  ],
}

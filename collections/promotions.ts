import { EUR, GBP, USD, amountField } from '@payloadcms/plugin-ecommerce'
import { ValidationError } from 'payload'
import type {
  CollectionBeforeChangeHook,
  CollectionConfig,
  Condition,
  Field,
  GroupField,
  NumberField,
} from 'payload'
import type { PromotionEffect, promotionEffects } from '#domain/promotions/promotion'
import { promotionFaults } from '#domain/promotions/promotion-faults'
import { can, never, serviceWritten } from './access'
import { screen } from './admin-screens'
import { belongsTo, currencyField, integerField, moneyField } from './fields'
import { promotionVerbs } from './promotion-verbs'

const currenciesConfig = { defaultCurrency: 'EUR', supportedCurrencies: [EUR, GBP, USD] }

/** One amount for each currency; where one is left empty, there is none in that currency. */
const amounts = (name: string, label: string, admin: GroupField['admin']): Field => ({
  name,
  type: 'group',
  label,
  admin: { hideGutter: true, ...admin },
  fields: [
    {
      type: 'row',
      fields: currenciesConfig.supportedCurrencies.map((currency) =>
        amountField({
          currenciesConfig,
          currency,
          overrides: moneyField(currency.code.toLowerCase(), {
            label: currency.label,
          }) as Partial<NumberField>,
        }),
      ),
    },
  ],
})

const when =
  (...effects: PromotionEffect[]): Condition =>
  (data) =>
    effects.includes(data?.effect as PromotionEffect)

const isShare = (value: unknown, needed: boolean): true | string =>
  value === undefined || value === null
    ? !needed || 'A share is required.'
    : (typeof value === 'number' &&
        value > 0 &&
        value <= 100 &&
        Number.isInteger(Math.round(value * 1e6) / 1e4)) ||
      'More than 0, at most 100, with two decimals at most.'

const share = (name: string, effect: PromotionEffect, overrides: Partial<NumberField> = {}): Field =>
  ({
    name,
    type: 'number',
    min: 0,
    max: 100,
    validate: (value: unknown, { data }: { data: { effect?: unknown } }) =>
      isShare(value, data.effect === effect),
    ...overrides,
    admin: { condition: when(effect), ...overrides.admin },
  }) as Field

const effect: Field = {
  type: 'collapsible',
  label: 'What it does',
  fields: [
    {
      name: 'effect',
      type: 'select',
      required: true,
      defaultValue: 'percent',
      options: [
        { value: 'percent', label: 'A share off' },
        { value: 'amount', label: 'An amount off' },
        { value: 'free-shipping', label: 'Free delivery' },
        { value: 'buy-get', label: 'Buy some, get some' },
        { value: 'gift', label: 'A gift' },
      ] satisfies { value: (typeof promotionEffects)[number]; label: string }[],
    },
    share('percent', 'percent', { label: 'Per cent off' }),
    amounts('amount', 'Amount', {
      condition: when('amount', 'free-shipping'),
      description: 'Off the goods; for free delivery the most it pays, or empty for all of it.',
    }),
    {
      type: 'row',
      fields: [
        integerField('buy', { label: 'Buy', min: 1, max: 20, admin: { condition: when('buy-get') } }),
        integerField('get', { label: 'Get', min: 1, max: 20, admin: { condition: when('buy-get') } }),
        share('getPercent', 'buy-get', {
          label: 'Per cent off those',
          defaultValue: 100,
          admin: { description: '100 makes them free. They are the cheapest pairs.' },
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        belongsTo('gift', 'variants', { admin: { condition: when('gift') } }),
        integerField('giftQuantity', { min: 1, max: 5, defaultValue: 1, admin: { condition: when('gift') } }),
      ],
    },
  ],
}

const conditions: Field = {
  type: 'collapsible',
  label: 'When it applies',
  fields: [
    {
      type: 'row',
      fields: [
        belongsTo('products', 'products', { hasMany: true }),
        belongsTo('categories', 'categories', {
          hasMany: true,
          admin: { description: 'With all categories below them.' },
        }),
        belongsTo('brands', 'brands', {
          hasMany: true,
          admin: {
            description: 'Empty lists leave everything in. A pair must be in every list that is filled.',
          },
        }),
      ],
    },
    amounts('minValue', 'Matching pairs are worth at least', {
      description: 'Before any promotion. Filled in for one currency, it applies in that currency only.',
    }),
    integerField('minQuantity', { label: 'Matching pairs, at least', min: 1, max: 1000 }),
    {
      type: 'row',
      fields: [
        { name: 'firstOrder', type: 'checkbox', label: 'Only on a first order', defaultValue: false },
        belongsTo('customerGroups', 'customer-groups', {
          hasMany: true,
          label: 'Only for these customer groups',
        }),
      ],
    },
    {
      name: 'countries',
      type: 'text',
      hasMany: true,
      label: 'Only for delivery to',
      admin: { description: 'ISO 3166-1 alpha-2: IT, DE, FR.' },
      validate: (value: unknown) =>
        value === undefined ||
        value === null ||
        (Array.isArray(value) && value.every((one) => /^[A-Z]{2}$/.test(String(one)))) ||
        'Two capital letters each.',
    },
    {
      type: 'row',
      fields: [
        { name: 'startsAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
        {
          name: 'endsAt',
          type: 'date',
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          validate: (value: unknown, { siblingData }: { siblingData: { startsAt?: unknown } }) =>
            !value ||
            !siblingData.startsAt ||
            new Date(String(value)) > new Date(String(siblingData.startsAt)) ||
            'It must end after it starts.',
        },
      ],
    },
  ],
}

const limits: Field = {
  type: 'collapsible',
  label: 'How often',
  fields: [
    {
      type: 'row',
      fields: [
        integerField('maxUses', { label: 'Uses in all', min: 1 }),
        integerField('maxPerCustomer', {
          label: 'Uses per customer',
          min: 1,
          admin: { description: 'By account or e-mail address.' },
        }),
      ],
    },
    amounts('budget', 'Budget', { description: 'What it may take off in all, in each currency.' }),
  ],
}

const refuseWithoutEffect: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const errors = promotionFaults({ ...(originalDoc as object | undefined), ...data })
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req })
  return data
}

/** What takes something off a cart: by itself or by a code, under conditions, as often as its limits allow. */
export const Promotions: CollectionConfig = {
  slug: 'promotions',
  labels: { singular: 'Promotion', plural: 'Promotions' },
  admin: {
    group: 'Promotions',
    useAsTitle: 'name',
    defaultColumns: ['name', 'effect', 'applies', 'active', 'startsAt', 'endsAt'],
    hideAPIURL: true,
  },
  access: {
    read: can('promotions.read'),
    create: can('promotions.write'),
    update: can('promotions.write'),
    delete: can('promotions.write'),
    readVersions: never,
  },
  endpoints: promotionVerbs,
  hooks: { beforeChange: [refuseWithoutEffect] },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 80,
      admin: { description: 'Shoppers read it beside what it takes off.' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'applies',
      type: 'select',
      required: true,
      defaultValue: 'code',
      options: [
        { value: 'automatic', label: 'By itself' },
        { value: 'code', label: 'By code' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'combines',
      type: 'select',
      required: true,
      defaultValue: 'with-others',
      options: [
        { value: 'with-others', label: 'With others' },
        { value: 'alone', label: 'Alone' },
      ],
      admin: { position: 'sidebar' },
    },
    integerField('priority', {
      required: true,
      min: 0,
      max: 1000,
      defaultValue: 100,
      admin: {
        position: 'sidebar',
        description:
          'Lower goes first. Between one that applies alone and others, the lower decides; at equal figures what saves the shopper more.',
      },
    }),
    effect,
    conditions,
    limits,
    {
      name: 'panel',
      type: 'ui',
      admin: {
        components: { Field: screen('promotions/promotion-panel#PromotionPanel') },
        disableListColumn: true,
      },
    },
  ],
}

/** What a shopper types in. One for everybody, or thousands that work once each. */
export const PromotionCodes: CollectionConfig = {
  slug: 'promotion-codes',
  labels: { singular: 'Promotion code', plural: 'Promotion codes' },
  admin: {
    group: 'Promotions',
    useAsTitle: 'code',
    defaultColumns: ['code', 'promotion', 'maxUses', 'batch', 'active', 'createdAt'],
    listSearchableFields: ['code', 'batch'],
    hideAPIURL: true,
  },
  access: {
    read: can('promotions.read'),
    create: can('promotions.write'),
    update: can('promotions.write'),
    delete: can('promotions.write'),
    readVersions: never,
  },
  disableDuplicate: true,
  fields: [
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 40,
      hooks: {
        beforeValidate: [
          ({ value }: { value?: unknown }) =>
            typeof value === 'string' ? value.replace(/\s/g, '').toUpperCase() : value,
        ],
      },
      validate: (value: unknown) =>
        /^[A-Z0-9][A-Z0-9_-]{2,39}$/.test(String(value)) ||
        'From 3 to 40 letters without accents, digits, hyphens and underscores.',
    },
    belongsTo('promotion', 'promotions', { required: true }),
    integerField('maxUses', {
      label: 'Uses of this code',
      min: 1,
      admin: { description: 'Empty: as often as its promotion allows.' },
    }),
    { name: 'batch', type: 'text', index: true, maxLength: 60, admin: { readOnly: true } },
    { name: 'active', type: 'checkbox', defaultValue: true },
  ],
}

/** Append-only: each use of a promotion by an order, and each that was given back. Uses and amounts of one order sum to what counts. */
export const Redemptions: CollectionConfig = {
  slug: 'redemptions',
  labels: { singular: 'Redemption', plural: 'Redemptions' },
  admin: {
    group: 'Promotions',
    useAsTitle: 'id',
    defaultColumns: ['promotion', 'order', 'code', 'uses', 'amount', 'currency', 'createdAt'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('promotions.read')),
  fields: [
    belongsTo('promotion', 'promotions', { required: true }),
    belongsTo('order', 'orders', { required: true }),
    belongsTo('code', 'promotion-codes'),
    integerField('uses', { required: true, admin: { description: '1 is a use, -1 one given back.' } }),
    integerField('amount', {
      required: true,
      admin: { description: 'Off goods and delivery, in minor units.' },
    }),
    currencyField(),
    integerField('turn', { required: true, min: 1, defaultValue: 1, admin: { hidden: true } }),
    { name: 'customerKey', type: 'text', admin: { hidden: true } },
    { name: 'emailKey', type: 'text', required: true, admin: { hidden: true } },
  ],
}

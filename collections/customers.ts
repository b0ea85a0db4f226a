import type { CollectionConfig } from 'payload'
import { markets } from '#domain/markets'
import type { SizeSystem } from '#domain/views'
import { can, canField, never, neverField, staffCan, type StatedAccess } from './access'
import { screen } from './admin-screens'
import { belongsTo, choiceField } from './fields'
import { customerVerbs } from './customer-verbs'
import { customerStrategy } from '#services/customer-strategy'

const access: StatedAccess = {
  create: never,
  read: ({ req: { user } }) => {
    if (staffCan(user, 'customers.read')) return true
    return user?.collection === 'customers' ? { id: { equals: user.id } } : false
  },
  update: can('customers.write'),
  delete: never,
  readVersions: never,
  admin: () => false,
  unlock: can('customers.write'),
}

const systemChoices: readonly { value: SizeSystem; label: string }[] = [
  { value: 'eu', label: 'EU' },
  { value: 'uk', label: 'UK' },
  { value: 'us', label: 'US' },
  { value: 'cm', label: 'cm' },
]

/** Shoppers. They sign in through the Store API only: Payload's own sign-in is closed for them. */
export const Customers: CollectionConfig = {
  slug: 'customers',
  admin: {
    group: 'Customers',
    useAsTitle: 'email',
    defaultColumns: ['email', 'firstName', 'lastName', 'createdAt'],
  },
  access,
  endpoints: customerVerbs,
  auth: {
    disableLocalStrategy: { enableFields: true, optionalPassword: true },
    strategies: [customerStrategy],
  },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'firstName', type: 'text', maxLength: 120 },
        { name: 'lastName', type: 'text', maxLength: 120 },
      ],
    },
    { name: 'market', type: 'select', required: true, defaultValue: 'eu', options: Object.keys(markets) },
    {
      name: 'mySize',
      type: 'text',
      maxLength: 12,
      admin: { description: 'EU label, as in the size facet.' },
    },
    choiceField('sizeSystem', systemChoices, {
      label: 'Reads sizes in',
      admin: { description: 'As chosen in the shop; the one of the market where nothing was.' },
    }),
    {
      name: 'googleSub',
      type: 'text',
      unique: true,
      access: { create: neverField, read: neverField, update: neverField },
      admin: { hidden: true },
    },
    belongsTo('groups', 'customer-groups', {
      hasMany: true,
      access: { read: canField('customers.read') },
    }),
    {
      name: 'storeCredit',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: screen('credits/customer-credit#CustomerCredit') },
      },
    },
    {
      name: 'privacy',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: screen('customers/customer-privacy#CustomerPrivacy') },
      },
    },
    { name: 'verifiedAt', type: 'date', admin: { readOnly: true } },
    {
      name: 'note',
      type: 'textarea',
      admin: { description: 'For staff only.' },
      access: { read: ({ req: { user } }) => staffCan(user, 'customers.read') },
    },
  ],
}

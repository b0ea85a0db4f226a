import type { CollectionOverride } from '@payloadcms/plugin-ecommerce/types'
import { can, canOrOwns, never } from './access'
import { addressFields, belongsTo } from './fields'

/** A customer's address book. The shopper writes it through the Store API. */
export const addressesOverride: CollectionOverride = ({ defaultCollection }) => ({
  slug: defaultCollection.slug,
  labels: { singular: 'Address', plural: 'Addresses' },
  admin: {
    group: 'Customers',
    useAsTitle: 'line1',
    defaultColumns: ['customer', 'firstName', 'lastName', 'city', 'country'],
  },
  access: {
    create: can('customers.write'),
    read: canOrOwns('customers.read', 'customer'),
    update: can('customers.write'),
    delete: can('customers.write'),
    readVersions: never,
  },
  fields: [
    belongsTo('customer', 'customers', { required: true }),
    ...addressFields(),
    { name: 'isDefault', type: 'checkbox' },
  ],
})

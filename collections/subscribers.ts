import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { stateField } from './fields'

/** Who wants the letter of the shop: asked for, confirmed by mail, left. */
export const Subscribers: CollectionConfig = {
  slug: 'subscribers',
  labels: { singular: 'Subscriber', plural: 'Subscribers' },
  admin: {
    group: 'Customers',
    useAsTitle: 'email',
    defaultColumns: ['email', 'status', 'market', 'confirmedAt', 'leftAt'],
    listSearchableFields: ['email'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('customers.read')),
  fields: [
    { name: 'email', type: 'email', required: true, unique: true },
    { name: 'market', type: 'text', required: true },
    stateField('status', { defaultValue: 'asked' }),
    { name: 'askedAt', type: 'date' },
    { name: 'confirmedAt', type: 'date' },
    { name: 'leftAt', type: 'date' },
  ],
}

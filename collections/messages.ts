import type { CollectionConfig, Field } from 'payload'
import { can, never } from './access'

const asSent = (field: Field): Field =>
  ({ ...field, access: { update: () => false }, admin: { readOnly: true } }) as Field

/** What people write to the shop by its form. Staff mark what they have answered; the words stay as they came. */
export const Messages: CollectionConfig = {
  slug: 'messages',
  labels: { singular: 'Message', plural: 'Messages' },
  admin: {
    group: 'Customers',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'number', 'createdAt', 'isAnswered'],
    listSearchableFields: ['name', 'email', 'number', 'text'],
    hideAPIURL: true,
  },
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: '-createdAt',
  access: {
    create: never,
    read: can('customers.read'),
    update: can('customers.write'),
    delete: never,
    readVersions: never,
  },
  fields: [
    asSent({ name: 'name', type: 'text', required: true, maxLength: 120 }),
    asSent({ name: 'email', type: 'email', required: true }),
    asSent({ name: 'number', type: 'text', label: 'Order', maxLength: 20 }),
    asSent({ name: 'text', type: 'textarea', required: true, maxLength: 5000 }),
    asSent({ name: 'market', type: 'text', required: true }),
    { name: 'isAnswered', type: 'checkbox', label: 'Answered', defaultValue: false },
  ],
}

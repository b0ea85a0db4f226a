import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { stateField } from './fields'

/** Addresses that get less mail, or none. Whoever corrects an address with its owner lifts it by deleting the row. */
export const MailSuppressions: CollectionConfig = {
  slug: 'mail-suppressions',
  labels: { singular: 'Stopped address', plural: 'Stopped addresses' },
  admin: {
    group: 'Customers',
    useAsTitle: 'recipient',
    defaultColumns: ['recipient', 'reason', 'since'],
    listSearchableFields: ['recipient'],
    hideAPIURL: true,
    description:
      'What the mail service said of an address. After a hard bounce it gets no mail at all; after a complaint, a block or an unsubscribing it still gets receipts. Delete a row to let mail leave again.',
  },
  lockDocuments: false,
  defaultSort: '-since',
  access: { ...serviceWritten(can('customers.read')), delete: can('customers.write') },
  fields: [
    { name: 'recipient', type: 'email', required: true, unique: true, admin: { readOnly: true } },
    stateField('reason', { admin: { readOnly: true } }),
    { name: 'since', type: 'date', required: true, admin: { readOnly: true } },
  ],
}

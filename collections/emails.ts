import type { Access, CollectionConfig } from 'payload'
import { cell, ownView, screen } from './admin-screens'
import { serviceWritten, staffCan } from './access'
import { integerField, stateField } from './fields'

/** These carry a link that opens an account, or a code that pays: whoever may not manage staff must not read it. */
const withSecrets = ['password-reset', 'staff-message', 'gift-card']

const read: Access = ({ req: { user } }) => {
  if (staffCan(user, 'users.manage')) return true
  return staffCan(user, 'orders.read') ? { template: { not_in: withSecrets } } : false
}

/** The outbox and its delivery history; rows are written in the transaction of their cause. */
export const Emails: CollectionConfig = {
  slug: 'emails',
  labels: { singular: 'E-mail', plural: 'E-mails' },
  admin: {
    group: 'System',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'template', 'status', 'attempts', 'createdAt'],
    listSearchableFields: ['subject', 'recipient', 'template'],
    hideAPIURL: true,
    pagination: { defaultLimit: 25 },
    components: {
      beforeListTable: [screen('mail/mail-filters#MailFilters')],
      views: ownView('mail/mail-view#MailView'),
    },
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(read),
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'template',
          type: 'text',
          required: true,
          label: 'Kind',
          admin: { components: cell('mail/mail-cells#TemplateCell') },
        },
        { name: 'entity', type: 'text', required: true },
        { name: 'recipient', type: 'text', required: true, index: true },
        { name: 'locale', type: 'text', required: true },
      ],
    },
    stateField('status', {
      defaultValue: 'queued',
      admin: { readOnly: true, components: cell('mail/mail-cells#MailStateCell') },
    }),
    { name: 'data', type: 'json', admin: { hidden: true } },
    integerField('attempts', { required: true, defaultValue: 0 }),
    { name: 'nextAttemptAt', type: 'date', index: true },
    { name: 'lastError', type: 'text' },
    { name: 'messageId', type: 'text', index: true },
    { name: 'sentAt', type: 'date' },
    { name: 'subject', type: 'text', admin: { components: cell('mail/mail-cells#SubjectCell') } },
    { name: 'html', type: 'textarea', admin: { hidden: true } },
    { name: 'text', type: 'textarea' },
  ],
}

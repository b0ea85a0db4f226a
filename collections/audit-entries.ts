import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { integerField } from './fields'

/** Who changed what, before and after, and why. Append-only and chained by hash: triggers see to both. */
export const AuditEntries: CollectionConfig = {
  slug: 'audit-entries',
  labels: { singular: 'Audit entry', plural: 'Audit entries' },
  admin: {
    group: 'System',
    useAsTitle: 'action',
    defaultColumns: ['at', 'actor', 'action', 'entity', 'entityId', 'reason'],
  },
  defaultSort: '-seq',
  access: serviceWritten(can('audit.read')),
  fields: [
    integerField('seq', { unique: true, index: true }),
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'actorId', type: 'text', index: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'action', type: 'text', required: true, index: true },
    { name: 'entity', type: 'text', required: true, index: true },
    { name: 'entityId', type: 'text', index: true },
    { name: 'before', type: 'json' },
    { name: 'after', type: 'json' },
    { name: 'reason', type: 'text' },
    { name: 'ip', type: 'text' },
    { name: 'previousHash', type: 'text' },
    { name: 'hash', type: 'text' },
  ],
}

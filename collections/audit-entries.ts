import type { CollectionConfig } from 'payload'
import { cell, column, ownView } from './admin-screens'
import { can, serviceWritten } from './access'
import { integerField } from './fields'

/** Who changed what, before and after, and why. Append-only and chained by hash: triggers see to both. */
export const AuditEntries: CollectionConfig = {
  slug: 'audit-entries',
  labels: { singular: 'Audit entry', plural: 'Audit entries' },
  admin: {
    group: 'System',
    useAsTitle: 'action',
    defaultColumns: ['what', 'actor', 'reason', 'at'],
    listSearchableFields: ['actor', 'action', 'entity', 'entityId', 'reason'],
    hideAPIURL: true,
    pagination: { defaultLimit: 50 },
    components: { views: ownView('audit/audit-view#AuditView') },
  },
  lockDocuments: false,
  defaultSort: '-seq',
  access: serviceWritten(can('audit.read')),
  fields: [
    integerField('seq', { unique: true, index: true }),
    column('what', 'What', 'audit/audit-cells#WhatCell'),
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: 'When',
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'actorId', type: 'text', index: true },
    { name: 'actor', type: 'text', required: true, label: 'Who' },
    { name: 'action', type: 'text', required: true, index: true },
    { name: 'entity', type: 'text', required: true, index: true },
    { name: 'entityId', type: 'text', index: true },
    { name: 'before', type: 'json' },
    { name: 'after', type: 'json' },
    { name: 'reason', type: 'text', admin: { components: cell('list-cells#SaidCell') } },
    { name: 'ip', type: 'text' },
    { name: 'previousHash', type: 'text' },
    { name: 'hash', type: 'text' },
  ],
}

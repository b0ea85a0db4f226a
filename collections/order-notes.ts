import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { belongsTo } from './fields'

/** What staff tell each other about an order. The buyer never sees it; a note is not changed once written. */
export const OrderNotes: CollectionConfig = {
  slug: 'order-notes',
  admin: { hidden: true, useAsTitle: 'text' },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('orders.read')),
  fields: [
    belongsTo('order', 'orders', { required: true }),
    { name: 'text', type: 'textarea', required: true, maxLength: 2_000 },
    { name: 'actor', type: 'text', required: true },
  ],
}

import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { cell, ownView, screen } from './admin-screens'
import { belongsTo, integerField, stateField } from './fields'
import { reviewVerbs } from './review-verbs'

/** What buyers say of a pair that was delivered to them. Services write it; staff let it be seen. */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  admin: {
    group: 'Customers',
    useAsTitle: 'name',
    defaultColumns: ['product', 'rating', 'status', 'title', 'name', 'createdAt'],
    listSearchableFields: ['title', 'text', 'name'],
    hideAPIURL: true,
    pagination: { defaultLimit: 25 },
    components: {
      beforeListTable: [screen('reviews/review-filters#ReviewFilters')],
      views: ownView('reviews/review-view#ReviewView'),
    },
  },
  lockDocuments: false,
  defaultSort: '-createdAt',
  access: serviceWritten(can('reviews.manage')),
  endpoints: reviewVerbs,
  fields: [
    belongsTo('product', 'products', { required: true }),
    belongsTo('variant', 'variants'),
    belongsTo('order', 'orders'),
    belongsTo('customer', 'customers'),
    stateField('status', {
      defaultValue: 'pending',
      admin: { readOnly: true, components: cell('reviews/review-cells#StatusCell') },
    }),
    integerField('rating', {
      required: true,
      min: 1,
      max: 5,
      admin: { components: cell('reviews/review-cells#StarsCell') },
    }),
    { name: 'title', type: 'text' },
    { name: 'text', type: 'textarea' },
    { name: 'name', type: 'text', required: true },
    { name: 'locale', type: 'text', required: true },
    { name: 'fit', type: 'text' },
    integerField('footMm'),
    // `order`: from a buyer. `demo`: of the demo shop, and never shown as bought.
    { name: 'origin', type: 'text', required: true, defaultValue: 'order' },
    { name: 'reason', type: 'text' },
    { name: 'answer', type: 'textarea' },
    { name: 'answeredAt', type: 'date' },
    { name: 'decidedAt', type: 'date' },
  ],
}

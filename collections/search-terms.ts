import type { CollectionConfig } from 'payload'
import { can, serviceWritten } from './access'
import { screen } from './admin-screens'
import { integerField } from './fields'

/** What was searched for in the shop, counted by day. Nothing says by whom. */
export const SearchTerms: CollectionConfig = {
  slug: 'search-terms',
  labels: { singular: 'Search term', plural: 'Search terms' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'term',
    defaultColumns: ['term', 'day', 'locale', 'searches', 'found'],
    listSearchableFields: ['term'],
    hideAPIURL: true,
    components: { beforeListTable: [screen('search/top-searches#TopSearches')] },
  },
  lockDocuments: false,
  defaultSort: '-day',
  access: serviceWritten(can('reports.read')),
  fields: [
    { name: 'day', type: 'text', required: true, index: true },
    { name: 'locale', type: 'text', required: true },
    { name: 'term', type: 'text', required: true },
    integerField('searches', { required: true, min: 1 }),
    integerField('found', {
      required: true,
      min: 0,
      admin: { description: 'Products found the last time.' },
    }),
  ],
}

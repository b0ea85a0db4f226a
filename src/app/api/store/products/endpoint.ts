import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import { answerAge } from '#queries/catalogue'
import { getListing } from '#queries/listing'
import { noteSearch } from '#services/note-search'
import { route } from '../../_http/route'
import { readListingQuery } from '../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    GET: async ({ url, count, req }) => {
      await count('search')
      const query = readListingQuery(url.searchParams)
      const listing = await getListing(query, answerAge)
      if (!listing) throw new DomainError('category.not-found')
      if (query.q && query.page === 1)
        noteSearch(req, markets[query.market].locale, { q: query.q, found: listing.total })
      return listing
    },
  },
  { direct: true },
)

import { DomainError } from '#domain/errors'
import { getListing } from '#queries/listing'
import { route } from '../../_http/route'
import { readListingQuery } from '../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url, count }) => {
    await count('search')
    const listing = await getListing(readListingQuery(url.searchParams))
    if (!listing) throw new DomainError('category.not-found')
    return listing
  },
})

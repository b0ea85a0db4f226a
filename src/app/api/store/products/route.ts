import { DomainError } from '#domain/errors'
import { answerAge } from '#queries/catalogue'
import { getListing } from '#queries/listing'
import { route } from '../../_http/route'
import { readListingQuery } from '../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url, count }) => {
    await count('search')
    const listing = await getListing(readListingQuery(url.searchParams), answerAge)
    if (!listing) throw new DomainError('category.not-found')
    return listing
  },
})

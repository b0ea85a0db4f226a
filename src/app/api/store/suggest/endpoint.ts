import { z } from 'zod'
import { isPrintable } from '#domain/address'
import { getSuggestions } from '#queries/suggest'
import { check } from '../../_http/body'
import { route } from '../../_http/route'
import { marketOf } from '../listing-query'

const typed = z.object({
  q: z.string().max(100).refine(isPrintable, 'This contains characters that cannot be printed.'),
})

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    GET: async ({ url, count }) => {
      await count('search')
      const { q } = check(typed, { q: url.searchParams.get('q') ?? '' })
      return getSuggestions(marketOf(url.searchParams), q)
    },
  },
  { direct: true },
)

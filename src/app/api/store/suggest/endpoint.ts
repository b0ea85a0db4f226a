import { z } from 'zod'
import { getSuggestions } from '#queries/suggest'
import { check } from '../../_http/body'
import { route } from '../../_http/route'
import { marketOf } from '../listing-query'
import { text } from '../schemas'

const typed = z.object({
  q: text(100),
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

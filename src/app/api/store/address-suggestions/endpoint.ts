import { suggestAddresses } from '#services/address-search/suggest-addresses'
import { readJson } from '../../_http/body'
import { route } from '../../_http/route'
import { addressQuestion } from '../schemas'

/** What is typed comes in the body: addresses of calls end up in logs. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, count }) => {
    await count('address-search')
    return { suggestions: await suggestAddresses(await readJson(request, addressQuestion)) }
  },
})

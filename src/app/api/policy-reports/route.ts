import { noteFault } from '#ops/note-fault'
import { route } from '../_http/route'
import { readViolations } from '../_http/policy-report'

const placeOf = (screen: string): string =>
  /^\/admin(\/|$)/.test(screen) ? 'Policy of the admin' : 'Policy of a page'

/** What the policies of the admin and of pages have kept from happening, as browsers tell it: each kind stands once on the operator's page. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, count }) => {
    await count('policy-report')
    for (const { rule, blocked, screen } of await readViolations(request))
      noteFault(placeOf(screen), `${rule} kept out ${blocked} on ${screen}`)
    return new Response(null, { status: 204 })
  },
})

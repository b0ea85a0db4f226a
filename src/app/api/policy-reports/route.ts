import { noteFault } from '#ops/note-fault'
import { route } from '../_http/route'
import { readViolations } from '../_http/policy-report'

/** What the policy of the admin has kept from happening, as browsers tell it: each kind stands once on the operator's page. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, count }) => {
    await count('policy-report')
    for (const { rule, blocked, screen } of await readViolations(request))
      noteFault('Policy of the admin', `${rule} kept out ${blocked} on ${screen}`)
    return new Response(null, { status: 204 })
  },
})

import type { Endpoint } from 'payload'
import { DomainError } from '#domain/errors'
import { dropSecondFactor } from '#services/drop-second-factor'
import { eraseCustomer } from '#services/erase-customer'
import { exportCustomer, exportFile } from '#services/export-customer'
import { staffCan } from './access'
import { problem, verbEndpoint } from './verb-endpoint'
import { withReason } from './verb-fields'

const idIn = (routeParams: Readonly<Record<string, unknown>> | undefined): string =>
  typeof routeParams?.id === 'string' ? routeParams.id : ''

/** `GET /api/customers/:id/export`: all that is kept about somebody, as a file. */
const exportAll: Endpoint = {
  path: '/:id/export',
  method: 'get',
  handler: async (req) => {
    try {
      if (!staffCan(req.user, 'customers.erase')) throw new DomainError('access.denied')
      return exportFile(await exportCustomer(req, { customerId: idIn(req.routeParams), byStaff: true }))
    } catch (error) {
      if (error instanceof DomainError) return problem(error)
      throw error
    }
  },
}

/** Repeating it changes nothing, so it needs no key. */
const erase = verbEndpoint({
  path: '/:id/erase',
  permission: 'customers.erase',
  body: withReason,
  work: ({ req, id: customerId, body }) => eraseCustomer(req, { customerId, ...body }),
})

/** For whoever has lost phone and codes. Repeating it changes nothing. */
const dropFactor = verbEndpoint({
  path: '/:id/drop-second-factor',
  permission: 'customers.erase',
  body: withReason,
  work: ({ req, id: customerId, body }) => dropSecondFactor(req, { customerId, ...body }),
})

/** What the shop owes a person about their data and their account, on Payload's own REST. */
export const customerVerbs: Endpoint[] = [exportAll, erase, dropFactor]

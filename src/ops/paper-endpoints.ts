import type { Endpoint } from 'payload'
import { DomainError } from '#domain/errors'
import { isPaperKind } from '#domain/papers'
import { isActingStaff, staffHolds } from '#domain/permissions'
import { paperById } from '#services/read-papers'
import { problem, withSafeHeaders } from './respond'
import { paperAnswer } from './write-paper'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Papers for the desk, opened in a tab: by the id of their invoice, shipment or return. To everybody else there are none. */
export const paperEndpoints: Endpoint[] = [
  {
    path: '/papers/:kind/:id',
    method: 'get',
    handler: async (req) => {
      try {
        const { kind, id } = req.routeParams ?? {}
        if (!isActingStaff(req.user)) throw new DomainError('paper.not-found')
        if (!staffHolds(req.user, 'orders.read')) throw new DomainError('access.denied')
        if (!isPaperKind(kind) || typeof id !== 'string' || !uuid.test(id))
          throw new DomainError('paper.not-found')
        return await paperAnswer(await paperById(req, kind, id), 'inline')
      } catch (error) {
        if (error instanceof DomainError) return withSafeHeaders(problem(error))
        throw error
      }
    },
  },
]

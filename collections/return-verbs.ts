import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import {
  approveReturn,
  completeReturn,
  inspectReturn,
  receiveReturn,
  rejectReturn,
} from '#services/move-return'
import { returnById } from '#services/return-view'
import { verbEndpoint } from './verb-endpoint'
import { reason } from './verb-fields'

const pairs = z.int().min(0).max(20)

interface Step<Body> {
  name: string
  body: z.ZodType<Body>
  work: (req: PayloadRequest, call: Body & { returnId: string; key?: string }) => Promise<void>
}

/** One step of a return; answered with the return as it then is. */
const step = <Body>({ name, body, work }: Step<Body>): Endpoint =>
  verbEndpoint({
    path: `/:id/${name}`,
    permission: 'orders.manage',
    body,
    work: async ({ req, id: returnId, key, body: given }) => {
      await work(req, { ...given, returnId, ...(key && { key }) })
      return { return: await returnById(req, returnId) }
    },
  })

/** The verbs on a return: approve, reject, receive, inspect, complete. */
export const returnVerbs: Endpoint[] = [
  step({ name: 'approve', body: z.object({}), work: approveReturn }),
  step({
    name: 'reject',
    body: z.object({ reason: reason(300) }),
    work: rejectReturn,
  }),
  step({ name: 'receive', body: z.object({}), work: receiveReturn }),
  step({
    name: 'inspect',
    body: z.object({
      lines: z
        .array(z.object({ lineId: z.string().max(40), restock: pairs, writeOff: pairs }))
        .min(1)
        .max(50),
    }),
    work: inspectReturn,
  }),
  step({
    name: 'complete',
    body: z.object({
      deduct: z.int().min(0).optional(),
      shipping: z.boolean().optional(),
      toCredit: z.boolean().optional(),
    }),
    work: completeReturn,
  }),
]

import type { Endpoint, Where } from 'payload'
import { z } from 'zod'
import { isPrintable, unprintable } from '#domain/address'
import { DomainError } from '#domain/errors'
import { readReturnReason, returnReasons } from '#domain/return-state'
import type { CheckoutInput } from '#domain/views'
import { cancelOrder } from '#services/cancel-order'
import { captureOrder } from '#services/capture-order'
import { deliverOrder } from '#services/deliver-order'
import { editOrder, previewEdit } from '#services/edit-order'
import { exportOrders } from '#services/export-orders'
import { issueInvoice } from '#services/issue-invoice'
import { addOrderNote, markOrder } from '#services/mark-order'
import { orderById } from '#services/order-view'
import { placeForBuyer } from '#services/place-for-buyer'
import { refundOrder } from '#services/refund-order'
import { returnOrder } from '#services/request-return'
import { returnById } from '#services/return-view'
import { shipOrder } from '#services/ship-order'
import { staffCan } from './access'
import { problem, verbEndpoint } from './verb-endpoint'
import { reason, words } from './verb-fields'

/** Several lines of text. */
const isProse = (text: string): boolean => text.split(/\r?\n/).every(isPrintable)
const pairs = z.int().min(1).max(20)

const capture = verbEndpoint({
  path: '/:id/capture',
  permission: 'payments.manage',
  body: z.object({ amount: z.int().min(1).optional() }),
  work: async ({ req, id: orderId, key, body }) => ({
    order: await captureOrder(req, { orderId, key, ...body }),
  }),
})

const ship = verbEndpoint({
  path: '/:id/ship',
  permission: 'orders.manage',
  body: z.object({
    lines: z
      .array(z.object({ lineId: z.string().max(40), quantity: pairs }))
      .max(50)
      .optional(),
    carrier: words(80).optional(),
    trackingNumber: words(120).optional(),
    force: z.boolean().optional(),
    reason: words(500).optional(),
  }),
  work: async ({ req, id: orderId, key, body }) => ({
    order: await shipOrder(req, { orderId, key, ...body }),
  }),
})

const cancel = verbEndpoint({
  path: '/:id/cancel',
  permission: 'orders.manage',
  body: z.object({ reason: reason(500) }),
  work: async ({ req, id: orderId, key, body }) => ({
    order: await cancelOrder(req, { orderId, key, ...body }),
  }),
})

const refund = verbEndpoint({
  path: '/:id/refund',
  permission: 'payments.manage',
  body: z.object({
    lines: z
      .array(z.object({ lineId: z.string().max(40), quantity: pairs }))
      .max(50)
      .optional(),
    shipping: z.union([z.boolean(), z.int().min(1)]).optional(),
    amount: z.int().min(1).optional(),
    toCredit: z.boolean().optional(),
    reason: reason(500),
  }),
  work: async ({ req, id: orderId, key, body }) => ({
    order: await refundOrder(req, { orderId, key, ...body }),
  }),
})

const place = verbEndpoint({
  path: '/place',
  permission: 'orders.manage',
  body: z.object({
    market: z.string().max(10).default('eu'),
    lines: z
      .array(z.object({ variantId: z.uuid(), quantity: pairs }))
      .min(1)
      .max(50),
    code: words(64).optional(),
    customerId: z.uuid().optional(),
    /** As `POST /api/store/checkout` takes it; the service checks every field. */
    checkout: z.looseObject({}),
  }),
  work: ({ req, key, body: { checkout, ...body } }) =>
    placeForBuyer(req, {
      ...body,
      input: checkout as unknown as CheckoutInput,
      ...(key && { key }),
    }),
})

const giveBack = verbEndpoint({
  path: '/:id/return',
  permission: 'orders.manage',
  body: z.object({
    lines: z
      .array(
        z.object({
          lineId: z.string().max(40),
          quantity: pairs,
          reason: z.enum(returnReasons).optional(),
          exchangeVariantId: z.uuid().optional(),
        }),
      )
      .min(1)
      .max(50),
    reason: words(300).optional(),
    note: words(500).optional(),
  }),
  work: async ({ req, id: orderId, key, body: { lines, reason: said = '', ...rest } }) => {
    const reason = readReturnReason(said)
    const note = rest.note ?? (reason ? undefined : said)
    const made = await returnOrder(req, {
      orderId,
      lines: lines.map((line) => ({ ...line, reason: line.reason ?? reason ?? 'changed-mind' })),
      ...(note && { note }),
      ...(key && { key }),
    })
    return { order: await orderById(req, orderId), return: await returnById(req, made.id) }
  },
})

const change = {
  lines: z
    .array(
      z.object({
        lineId: z.string().max(40),
        quantity: z.int().min(0).max(20).optional(),
        variantId: z.uuid().optional(),
      }),
    )
    .max(50)
    .optional(),
  add: z
    .array(z.object({ variantId: z.uuid(), quantity: pairs }))
    .max(50)
    .optional(),
}

const edit = verbEndpoint({
  path: '/:id/edit',
  permission: 'orders.manage',
  body: z.object({ ...change, reason: reason(500) }),
  work: async ({ req, id: orderId, key, body }) => ({
    order: await editOrder(req, { orderId, key, ...body }),
  }),
})

const preview = verbEndpoint({
  path: '/:id/edit-preview',
  permission: 'orders.manage',
  body: z.object(change),
  work: async ({ req, id, body }) => ({ preview: await previewEdit(req, id, body) }),
})

const deliver = verbEndpoint({
  path: '/:id/deliver',
  permission: 'orders.manage',
  body: z.object({ at: z.iso.datetime({ offset: true }).optional() }),
  work: async ({ req, id: orderId, key, body }) => ({
    order: await deliverOrder(req, { orderId, key, ...body }),
  }),
})

const invoice = verbEndpoint({
  path: '/:id/invoice',
  permission: 'orders.manage',
  body: z.object({}),
  work: async ({ req, id }) => ({ invoice: await issueInvoice(req, id) }),
})

const mark = verbEndpoint({
  path: '/:id/mark',
  permission: 'orders.manage',
  body: z.strictObject({
    tags: z.array(words(40).min(1)).max(20),
    assigneeId: z.string().max(40).nullable(),
  }),
  work: async ({ req, id, body }) => ({ mark: await markOrder(req, id, body) }),
})

const note = verbEndpoint({
  path: '/:id/note',
  permission: 'orders.manage',
  body: z.strictObject({ text: z.string().trim().min(1).max(2_000).refine(isProse, unprintable) }),
  work: async ({ req, id: orderId, key, body }) => ({
    note: await addOrderNote(req, { orderId, ...body, ...(key && { key }) }),
  }),
})

/** `?where=` and `?search=` are those of Payload's own list. */
const download: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    if (!staffCan(req.user, 'orders.read')) return problem(new DomainError('access.denied'))
    const { where, search } = req.query as { where?: Where; search?: unknown }
    const asked = { ...(where && { where }), ...(typeof search === 'string' && { search }) }
    return new Response(await exportOrders(req, asked), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="orders.csv"',
        'Cache-Control': 'no-store',
      },
    })
  },
}

/** The order desk's verbs on Payload's own REST: place, capture, ship, deliver, edit, cancel, refund, return, invoice, file, note, export. */
export const orderVerbs: Endpoint[] = [
  place,
  capture,
  ship,
  deliver,
  edit,
  preview,
  cancel,
  refund,
  giveBack,
  invoice,
  mark,
  note,
  download,
]

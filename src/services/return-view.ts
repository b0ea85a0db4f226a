import type { PayloadRequest } from 'payload'
import type { ReturnReason, ReturnResolution, ReturnStatus } from '#domain/return-state'
import { DomainError } from '#domain/errors'
import { returnable, type ReturnableSize } from '#domain/return'
import type { Segment, SizeLabels } from '#domain/views'
import { labelled, soldLabelsSql, type KeptLabels } from './size-rows'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A return as its buyer and the order desk see it. */
export interface ReturnView {
  id: string
  number: string
  status: ReturnStatus
  resolution: ReturnResolution
  origin: string
  at: string
  refusal?: string
  /** The order that is sent instead. */
  exchange?: string
  lines: {
    lineId: string
    quantity: number
    reason: ReturnReason
    /** The EU size wanted instead, with what it is called elsewhere. */
    size?: string
    labels?: SizeLabels
    segment?: Segment
    restocked: number
    writtenOff: number
  }[]
}

const select = (
  where: string,
): string => `SELECT r.id, r.number, r.status, r.resolution, r.origin, r.created_at AS at, r.refusal, x.number AS exchange,
  (SELECT coalesce(json_agg(json_build_object('lineId', l.order_line, 'quantity', l.quantity, 'reason', l.reason, 'size', o.eu, 'labels', ${soldLabelsSql},
      'restocked', l.restocked, 'writtenOff', l.written_off) ORDER BY l._order), '[]'::json)
    FROM returns_lines l LEFT JOIN variants v ON v.id = l.exchange_variant_id LEFT JOIN variant_options o ON o.id = v.size_id
    WHERE l._parent_id = r.id) AS lines
  FROM returns r LEFT JOIN orders x ON x.id = r.exchange_order_id WHERE ${where} ORDER BY r.created_at DESC, r.id LIMIT 100`

const byId: Statement = { name: 'return-by-id', text: select(`r.id = ${idOf('$1')}`) }
const byOrder: Statement = { name: 'returns-of-order', text: select('r.order_id = $1') }

type Stored = Omit<ReturnView, 'at' | 'refusal' | 'exchange' | 'lines'> & {
  at: string
  lines: (Omit<ReturnView['lines'][number], 'labels' | 'segment'> & { labels: KeptLabels | null })[]
  refusal: string | null
  exchange: string | null
}

const viewOf = ({ refusal, exchange, at, lines, ...rest }: Stored): ReturnView => ({
  ...rest,
  at: new Date(at).toISOString(),
  ...(refusal && { refusal }),
  ...(exchange && { exchange }),
  lines: lines.map(({ size, labels, ...line }) => ({ ...line, ...(size && { size, ...labelled(labels) }) })),
})

/** Throws `return.not-found`. */
export async function returnById(req: PayloadRequest, id: string): Promise<ReturnView> {
  const [row] = await run<Stored>(req, byId, [id])
  if (!row) throw new DomainError('return.not-found')
  return viewOf(row)
}

/** The returns of an order, newest first. */
export const returnsOf = async (
  runner: Transaction | PayloadRequest,
  orderId: string,
): Promise<ReturnView[]> => (await run<Stored>(runner, byOrder, [orderId])).map(viewOf)

/** What of a line may come back now, and the sizes one may have instead. */
export interface ReturnableView {
  lineId: string
  left: number
  sizes: ReturnableSize[]
}

const choices: Statement = {
  name: 'return-choices',
  text: `SELECT l.id AS "lineId", l.variant_id AS "variantId", l.quantity::float8 AS quantity, l.shipped::float8 AS shipped,
      coalesce((SELECT sum(rl.quantity) FROM returns r JOIN returns_lines rl ON rl._parent_id = r.id
        WHERE r.order_id = l._parent_id AND rl.order_line = l.id AND r.status NOT IN ('rejected', 'cancelled')), 0)::float8 AS returned,
      (SELECT coalesce(json_agg(json_build_object('variantId', v.id, 'label', coalesce(o.eu, o.label), 'labels', ${soldLabelsSql}, 'width', w.label,
          'available', greatest(coalesce(s.on_hand - s.reserved, 0), 0)) ORDER BY o.rank, w.rank), '[]'::json)
        FROM variants v JOIN variant_options o ON o.id = v.size_id LEFT JOIN variant_options w ON w.id = v.width_id
        LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = (SELECT id FROM locations WHERE is_default LIMIT 1)
        WHERE v.product_id = l.product_id AND v.deleted_at IS NULL AND v.id <> l.variant_id) AS sizes
    FROM orders_lines l WHERE l._parent_id = $1 ORDER BY l._order`,
}

interface Choice {
  lineId: string
  variantId: string
  quantity: number
  shipped: number
  returned: number
  sizes: (Omit<ReturnableSize, 'labels' | 'segment' | 'width'> & {
    labels: KeptLabels | null
    width: string | null
  })[]
}

const sizeOf = ({ labels, width, ...size }: Choice['sizes'][number]): ReturnableSize => ({
  ...size,
  ...labelled(labels),
  ...(width && { width }),
})

/** The lines of an order with what may come back, and the live stock of the other sizes. */
export async function returnChoices(req: PayloadRequest, orderId: string): Promise<ReturnableView[]> {
  const rows = await run<Choice>(req, choices, [orderId])
  return rows.map((row) => ({
    lineId: row.lineId,
    left: returnable(row),
    sizes: row.sizes.map(sizeOf),
  }))
}

import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import type { ReturnReason, ReturnResolution, ReturnStatus } from '#domain/return-state'
import { soldSize } from '#domain/size-systems'
import type { Segment, SizeLabels, SizeSystem } from '#domain/views'
import { adminRows, idOf } from './admin-rows'
import { sizeLabelsJson } from './size-labels'

/** One line of a return as the desk works on it. */
export interface DeskReturnLine {
  lineId: string
  title: string
  detail: string
  sku: string
  image?: string
  quantity: number
  reason: ReturnReason
  /** The size wanted instead, as the buyer reads it. */
  size?: string
  restocked: number
  writtenOff: number
  /** What was paid for these pairs, in minor units. */
  worth: number
}

export interface DeskReturn {
  id: string
  number: string
  status: ReturnStatus
  resolution: ReturnResolution
  origin: string
  at: string
  note?: string
  refusal?: string
  order: {
    id: string
    number: string
    email: string
    customerName?: string
    currency: string
    shipping: number
  }
  exchange?: { id: string; number: string }
  withdrawal?: { number: string; isLate: boolean; isWhole: boolean }
  refund?: { amount: number; status: string }
  lines: DeskReturnLine[]
  timeline: { at: string; status: string; actor?: string; note?: string }[]
}

/** A size with its labels, and the system that the order keeps. */
interface KeptSize {
  size?: string
  labels?: SizeLabels & { segment?: Segment }
}

interface Row {
  [key: string]: unknown
  value: Omit<DeskReturn, 'lines'> & {
    sizeSystem?: SizeSystem
    lines: (Omit<DeskReturnLine, 'detail' | 'size'> & {
      sold: KeptSize & { colour?: string; width?: string }
      instead: KeptSize
    })[]
  }
}

/** A size as the buyer reads it on their papers. */
const inWords = (sizeSystem: SizeSystem | undefined, { size, labels }: KeptSize): string | undefined =>
  size && soldSize({ sizeSystem }, { size, labels, segment: labels?.segment })

const returnOf = ({ value: { sizeSystem, lines, ...found } }: Row): DeskReturn => ({
  ...found,
  lines: lines.map(({ sold, instead, ...line }) => ({
    ...line,
    detail: [sold.colour, inWords(sizeSystem, sold), sold.width].filter(Boolean).join(', '),
    size: inWords(sizeSystem, instead),
  })),
})

/** The labels of the size point `z` of the variant `v`, with the segment that says which of the US are meant. */
const labelsOfVariant = sql`(SELECT ${sizeLabelsJson} || jsonb_strip_nulls(jsonb_build_object('segment', st.segment))
  FROM products p LEFT JOIN styles st ON st.id = p.style_id
  LEFT JOIN brands_size_overrides ov ON ov._parent_id = st.brand_id AND ov.size_id = z.id WHERE p.id = v.product_id LIMIT 1)`

const select = (
  where: ReturnType<typeof sql>,
) => sql`SELECT json_strip_nulls(json_build_object('id', r.id, 'number', r.number, 'status', r.status,
    'resolution', r.resolution, 'origin', r.origin, 'at', r.created_at, 'sizeSystem', o.size_system, 'note', r.note, 'refusal', r.refusal,
    'order', json_build_object('id', o.id, 'number', o.number, 'email', o.email, 'customerName', o.customer_name, 'currency', o.currency, 'shipping', o.shipping),
    'exchange', CASE WHEN x.id IS NOT NULL THEN json_build_object('id', x.id, 'number', x.number) END,
    'withdrawal', CASE WHEN w.id IS NOT NULL THEN json_build_object('number', w.number, 'isLate', w.is_late, 'isWhole', w.is_whole) END,
    'refund', CASE WHEN m.id IS NOT NULL THEN json_build_object('amount', m.amount, 'status', m.status) END,
    'lines', (SELECT coalesce(json_agg(json_build_object('lineId', l.order_line, 'title', ol.title,
        'sold', json_build_object('colour', ol.colour, 'size', ol.size, 'labels', ol.labels, 'width', ol.width), 'sku', ol.sku, 'image', ol.image, 'quantity', l.quantity, 'reason', l.reason,
        'instead', json_build_object('size', z.eu, 'labels', ${labelsOfVariant}), 'restocked', l.restocked, 'writtenOff', l.written_off,
        'worth', round((ol.total + CASE WHEN o.tax_included THEN 0 ELSE ol.tax END) * l.quantity / ol.quantity)) ORDER BY l._order), '[]'::json)
      FROM returns_lines l JOIN orders_lines ol ON ol.id = l.order_line AND ol._parent_id = r.order_id
      LEFT JOIN variants v ON v.id = l.exchange_variant_id LEFT JOIN variant_options z ON z.id = v.size_id WHERE l._parent_id = r.id),
    'timeline', (SELECT coalesce(json_agg(json_build_object('at', t.at, 'status', t.status, 'actor', t.actor, 'note', t.note) ORDER BY t._order), '[]'::json)
      FROM returns_timeline t WHERE t._parent_id = r.id))) AS value
  FROM returns r JOIN orders o ON o.id = r.order_id LEFT JOIN orders x ON x.id = r.exchange_order_id
  LEFT JOIN withdrawals w ON w.id = r.withdrawal_id LEFT JOIN refunds m ON m.id = r.refund_id
  WHERE ${where} ORDER BY r.created_at, r.id LIMIT 100`

/** For staff who may read orders; the caller has asked. */
export async function getDeskReturn(payload: Payload, id: string): Promise<DeskReturn | undefined> {
  const [row] = await adminRows<Row>(payload, select(sql`r.id = ${idOf(id)}`))
  return row && returnOf(row)
}

export const getDeskReturns = async (payload: Payload, orderId: string): Promise<DeskReturn[]> =>
  (await adminRows<Row>(payload, select(sql`r.order_id = ${idOf(orderId)}`))).map(returnOf)

export interface DeskWithdrawal {
  number: string
  name: string
  email: string
  statedAt: string
  deadline?: string
  isLate: boolean
  isWhole: boolean
  outcome: string
}

export const getDeskWithdrawals = async (payload: Payload, orderId: string): Promise<DeskWithdrawal[]> =>
  (
    await adminRows<{ value: DeskWithdrawal; [key: string]: unknown }>(
      payload,
      sql`SELECT json_strip_nulls(json_build_object('number', number, 'name', name, 'email', email, 'statedAt', stated_at, 'deadline', deadline,
        'isLate', is_late, 'isWhole', is_whole, 'outcome', outcome)) AS value FROM withdrawals WHERE order_id = ${idOf(orderId)} ORDER BY stated_at LIMIT 100`,
    )
  ).map(({ value }) => value)

/** The other sizes of a line's product with their free pairs, and what of the line may come back. */
export interface DeskChoice {
  lineId: string
  left: number
  sizes: { variantId: string; label: string; free: number }[]
}

interface ChoiceRow {
  [key: string]: unknown
  value: Omit<DeskChoice, 'sizes'> & {
    sizeSystem: SizeSystem | null
    sizes: {
      variantId: string
      free: number
      size: string
      labels: KeptSize['labels'] | null
      width: string | null
    }[]
  }
}

const choiceOf = ({ value: { sizeSystem, sizes, ...choice } }: ChoiceRow): DeskChoice => ({
  ...choice,
  sizes: sizes.map(({ variantId, free, size, labels, width }) => ({
    ...{ variantId, free },
    label: [inWords(sizeSystem ?? undefined, { size, labels: labels ?? undefined }), width]
      .filter(Boolean)
      .join(', '),
  })),
})

export const getDeskChoices = async (payload: Payload, orderId: string): Promise<DeskChoice[]> =>
  (
    await adminRows<ChoiceRow>(
      payload,
      sql`SELECT json_build_object('lineId', l.id, 'sizeSystem', sold.size_system, 'left', greatest(l.shipped - coalesce((
            SELECT sum(rl.quantity) FROM returns r JOIN returns_lines rl ON rl._parent_id = r.id
            WHERE r.order_id = l._parent_id AND rl.order_line = l.id AND r.status NOT IN ('rejected', 'cancelled')), 0), 0),
          'sizes', (SELECT coalesce(json_agg(json_build_object('variantId', v.id, 'size', coalesce(z.eu, z.label), 'labels', ${labelsOfVariant}, 'width', b.label,
              'free', greatest(coalesce(s.on_hand - s.reserved, 0), 0)) ORDER BY z.rank, b.rank), '[]'::json)
            FROM variants v JOIN variant_options z ON z.id = v.size_id LEFT JOIN variant_options b ON b.id = v.width_id
            LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = (SELECT id FROM locations WHERE is_default LIMIT 1)
            WHERE v.product_id = l.product_id AND v.deleted_at IS NULL AND v.id <> l.variant_id)) AS value
        FROM orders_lines l JOIN orders sold ON sold.id = l._parent_id WHERE l._parent_id = ${idOf(orderId)} ORDER BY l._order`,
    )
  ).map(choiceOf)

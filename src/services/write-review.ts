import type { PayloadRequest } from 'payload'
import { isPrintable } from '#domain/address'
import { DomainError } from '#domain/errors'
import type { Locale } from '#domain/markets'
import { isFit, reviewLimits, type Fit, type ReviewStatus } from '#domain/review'
import type { Segment, SizeLabels } from '#domain/views'
import { keepPhotos, type Photo } from './review-photos'
import { labelled, type KeptLabels } from './size-rows'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** A shoe of an order that its buyer may write about, or has. */
export interface ReviewablePair {
  productId: string
  slug: string
  title: string
  colour?: string
  size?: string
  labels?: SizeLabels
  segment?: Segment
  image?: string
  /** What became of the review, once there is one. */
  status?: ReviewStatus
  rating?: number
  reason?: string
}

interface PairRow {
  productId: string
  variantId: string
  slug: string
  title: string
  colour: string | null
  size: string | null
  labels: KeptLabels | null
  image: string | null
  status: ReviewStatus | null
  rating: number | null
  reason: string | null
}

/** Of two sizes of a shoe the one that was kept is written about. */
const pairs: Statement = {
  name: 'review-pairs',
  text: `SELECT * FROM (SELECT DISTINCT ON (l.product_id) l._order, l.product_id AS "productId", l.variant_id AS "variantId", p.slug, l.title, l.colour, l.size, l.labels, l.image,
      r.status, r.rating::float8 AS rating, r.reason
    FROM orders o JOIN orders_lines l ON l._parent_id = o.id JOIN products p ON p.id = l.product_id AND p.style_id IS NOT NULL
    LEFT JOIN reviews r ON r.order_id = o.id AND r.product_id = l.product_id
    WHERE o.id = ${idOf('$1')} AND o.fulfilment_status = 'delivered'
    ORDER BY l.product_id, l.shipped - coalesce((SELECT sum(b.quantity) FROM returns t JOIN returns_lines b ON b._parent_id = t.id
      WHERE t.order_id = o.id AND b.order_line = l.id AND t.status NOT IN ('rejected', 'cancelled')), 0) DESC, l._order) one ORDER BY _order`,
}
const lockOwner: Statement = {
  name: 'review-lock',
  text: `SELECT id, customer_id AS "customerId", locale FROM orders WHERE id = ${idOf('$1')} FOR SHARE`,
}
const insert: Statement = {
  name: 'review-insert',
  text: `INSERT INTO reviews (product_id, variant_id, order_id, customer_id, status, rating, title, text, name, locale, fit, foot_mm, origin)
    VALUES ($1, $2, $3, $4, 'pending', $5, $6, $7, $8, $9, $10, $11, 'order')
    ON CONFLICT (order_id, product_id) DO NOTHING RETURNING id`,
}

const pairsOf = (runner: Transaction | PayloadRequest, orderId: string): Promise<PairRow[]> =>
  run<PairRow>(runner, pairs, [orderId])

/** The shoes of an order that was delivered; none before. Whoever calls has shown that the order is theirs. */
export async function reviewablePairs(req: PayloadRequest, orderId: string): Promise<ReviewablePair[]> {
  return (await pairsOf(req, orderId)).map(({ variantId: _, labels, ...row }) =>
    Object.fromEntries(Object.entries({ ...row, ...labelled(labels) }).filter(([, value]) => value !== null)),
  ) as unknown as ReviewablePair[]
}

export interface NewReview {
  orderId: string
  /** The slug of a shoe of the order. */
  product: string
  rating: number
  title?: string
  text?: string
  name: string
  locale?: Locale
  fit?: string
  footMm?: number
  photos?: readonly Photo[]
}

interface Fault {
  path: string
  message: string
}

const tooLong = (path: 'title' | 'text' | 'name', value: string): Fault[] =>
  value.length > reviewLimits[path] || !isPrintable(value.replace(/[\r\n\t]/g, ' '))
    ? [{ path, message: `At most ${reviewLimits[path]} printable characters.` }]
    : []

function faultsOf({ rating, title = '', text = '', name, fit, footMm, photos = [] }: NewReview): Fault[] {
  const { least, most } = reviewLimits.foot
  return [
    ...(Number.isInteger(rating) && rating >= 1 && rating <= 5
      ? []
      : [{ path: 'rating', message: 'One to five stars.' }]),
    ...tooLong('title', title),
    ...tooLong('text', text),
    ...tooLong('name', name),
    ...(name.trim() ? [] : [{ path: 'name', message: 'A name to show.' }]),
    ...(fit === undefined || isFit(fit) ? [] : [{ path: 'fit', message: 'small, true or large.' }]),
    ...(footMm === undefined || (Number.isInteger(footMm) && footMm >= least && footMm <= most)
      ? []
      : [{ path: 'footMm', message: `Whole millimetres from ${least} to ${most}.` }]),
    ...(photos.length <= reviewLimits.photos
      ? []
      : [{ path: 'photos', message: `At most ${reviewLimits.photos}.` }]),
  ]
}

async function write(tx: Transaction, review: NewReview): Promise<string> {
  const { orderId, product, rating, title, text, name, fit, footMm, photos = [] } = review
  const [order] = await run<{ id: string; customerId: string | null; locale: Locale }>(tx, lockOwner, [
    orderId,
  ])
  if (!order) throw new DomainError('order.not-found')
  const open = await pairsOf(tx, orderId)
  const pair = open.find(({ slug }) => slug === product)
  if (!pair) throw new DomainError('review.not-delivered', { product })
  const ofFeet = Object.entries({ fit, footMm }).flatMap(([path, value]) =>
    value === undefined ? [] : [path],
  )
  if (pair.size === null && ofFeet.length > 0)
    throw new DomainError('validation.failed', {
      errors: ofFeet.map((path) => ({ path, message: 'No foot goes into it.' })),
    })
  const [made] = await run<{ id: string }>(tx, insert, [
    ...[pair.productId, pair.variantId, order.id, order.customerId, rating],
    ...[title?.trim() || null, text?.trim() || null, name.trim(), review.locale ?? order.locale],
    ...[(fit as Fit | undefined) ?? null, footMm ?? null],
  ])
  if (!made) throw new DomainError('review.exists', { product })
  await keepPhotos(tx, made.id, photos)
  return made.id
}

/**
 * Keeps what a buyer says of a product that was delivered to them; it is seen once staff approve it. Whoever calls has
 * shown that the order is theirs. Throws `validation.failed`, also for the fit of what is no shoe, `review.not-delivered` for a product
 * that is not of the order or has not arrived, and `review.exists` for the second review of a product of one order.
 */
export async function writeReview(
  req: PayloadRequest,
  review: NewReview,
): Promise<{ id: string; status: ReviewStatus }> {
  const errors = faultsOf(review)
  if (errors.length > 0) throw new DomainError('validation.failed', { errors })
  return { id: await inTransaction(req, (tx) => write(tx, review)), status: 'pending' }
}

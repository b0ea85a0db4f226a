import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { leastForChild, type OwnSegment, type OwnWidth } from '#domain/foot-size'
import { run, type Statement } from './statement'

/** The foot of a shopper for shoes of one segment. */
export interface OwnSize {
  segment: OwnSegment
  footMm: number
  width?: OwnWidth
}

interface Row {
  segment: OwnSegment
  footMm: number
  width: OwnWidth | null
}

const columns = 'segment, foot_mm AS "footMm", width'

const list: Statement = {
  name: 'own-sizes',
  text: `SELECT ${columns} FROM own_sizes WHERE customer_id = $1 ORDER BY segment DESC`,
}
const keep: Statement = {
  name: 'own-size-keep',
  text: `INSERT INTO own_sizes (customer_id, segment, foot_mm, width) VALUES ($1, $2, $3, $4)
    ON CONFLICT (customer_id, segment) DO UPDATE SET foot_mm = excluded.foot_mm, width = excluded.width, updated_at = now()
    RETURNING ${columns}`,
}
const forget: Statement = {
  name: 'own-size-forget',
  text: 'DELETE FROM own_sizes WHERE customer_id = $1 AND segment = $2 RETURNING segment',
}
/** Of several children none can be meant. */
const chosen: Statement = {
  name: 'own-sizes-chosen',
  text: `SELECT segment, foot_mm AS "footMm", width FROM own_sizes WHERE customer_id = $1
    UNION ALL SELECT 'kids', min(foot_mm), NULL FROM child_feet WHERE customer_id = $1 HAVING count(*) = 1`,
}

const toSize = ({ segment, footMm, width }: Row): OwnSize => ({ segment, footMm, ...(width && { width }) })

/** The customer's own sizes, women's first. */
export const listOwnSizes = async (req: PayloadRequest, customerId: string): Promise<OwnSize[]> =>
  (await run<Row>(req, list, [customerId])).map(toSize)

/** Keeps the customer's size for a segment, in the place of the one before. */
export async function keepOwnSize(
  req: PayloadRequest,
  customerId: string,
  { segment, footMm, width }: OwnSize,
): Promise<OwnSize> {
  const [row] = await run<Row>(req, keep, [customerId, segment, footMm, width ?? null])
  if (!row) throw new Error('A size was not written')
  return toSize(row)
}

/** Forgets the customer's size for a segment. Throws `size.not-found` when there is none. */
export async function forgetOwnSize(req: PayloadRequest, customerId: string, segment: string): Promise<void> {
  const [gone] = await run(req, forget, [customerId, segment])
  if (!gone) throw new DomainError('size.not-found')
}

/** What is chosen beforehand on a product page. Millimetres of foot. */
export interface ChosenSizes {
  women?: { footMm: number; width?: OwnWidth }
  men?: { footMm: number; width?: OwnWidth }
  /** Of the only child: the smallest size that is made for a foot at least so long. */
  kids?: { leastMm: number }
}

/** Which sizes of the customer a product page may choose, or nothing when none are kept. */
export async function chosenSizes(req: PayloadRequest, customerId: string): Promise<ChosenSizes | undefined> {
  const rows = await run<Omit<Row, 'segment'> & { segment: OwnSegment | 'kids' }>(req, chosen, [customerId])
  if (rows.length === 0) return undefined
  return Object.fromEntries(
    rows.map(({ segment, footMm, width }) => [
      segment,
      segment === 'kids' ? { leastMm: leastForChild(footMm) } : { footMm, ...(width && { width }) },
    ]),
  )
}

import type { PayloadRequest } from 'payload'

export interface DeskPaper {
  id: string
  number: string
  isCredit: boolean
  /** Minor units. */
  total: number
  at: string
}

/** Invoice and credit notes of an order, for whoever may read them. */
export async function getDeskPapers(req: PayloadRequest, orderId: string): Promise<DeskPaper[]> {
  const { docs } = await req.payload.find({
    collection: 'invoices',
    where: { order: { equals: orderId } },
    select: { number: true, kind: true, total: true, issuedAt: true },
    sort: 'issuedAt',
    limit: 100,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return docs.map(({ id, number, kind, total, issuedAt }) => ({
    id,
    number,
    isCredit: kind === 'credit-note',
    total,
    at: issuedAt,
  }))
}

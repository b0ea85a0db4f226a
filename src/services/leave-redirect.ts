import type { PayloadRequest } from 'payload'

interface Move {
  /** Paths of the default market. */
  from: string
  to: string
}

/**
 * Leads an old address to the new one, for ever. What led to the old one leads to the new one directly, and
 * nothing leads away from an address in use. Works in the transaction that `req` is in.
 */
export async function leaveRedirect(req: PayloadRequest, { from, to }: Move): Promise<void> {
  const collection = 'redirects'
  await req.payload.delete({ collection, overrideAccess: true, req, where: { from: { in: [to, from] } } })
  await req.payload.update({
    collection,
    overrideAccess: true,
    req,
    where: { to: { equals: from } },
    data: { to },
  })
  await req.payload.create({ collection, overrideAccess: true, req, data: { from, to } })
}

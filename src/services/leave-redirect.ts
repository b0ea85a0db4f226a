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
  const how = { collection: 'redirects', overrideAccess: true, req } as const
  await req.payload.delete({ ...how, overrideAccess: true, where: { from: { in: [to, from] } } })
  await req.payload.update({ ...how, overrideAccess: true, where: { to: { equals: from } }, data: { to } })
  await req.payload.create({ ...how, overrideAccess: true, data: { from, to } })
}

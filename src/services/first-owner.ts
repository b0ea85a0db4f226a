import type { PayloadRequest } from 'payload'

/**
 * Makes the first owner of the admin, for a shop that has no staff yet; the open registration of the first
 * user is closed. Returns false, changing nothing, when there is an owner.
 * Throws Payload's validation error when e-mail or password are refused.
 */
export async function createFirstOwner(
  req: PayloadRequest,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { role: { equals: 'owner' } },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) return false
  await req.payload.create({
    collection: 'users',
    data: { name: 'Owner', role: 'owner', email, password },
    overrideAccess: true,
    req,
  })
  return true
}

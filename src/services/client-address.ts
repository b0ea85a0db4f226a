import type { PayloadRequest } from 'payload'

/** Where a request comes from: the address nearest to us in the forwarding chain, which the caller cannot write. */
export function clientAddress(req: Pick<PayloadRequest, 'headers'>): string | undefined {
  const chain = req.headers?.get('x-forwarded-for')?.split(',') ?? []
  return chain[chain.length - 1]?.trim().slice(0, 64) || undefined
}

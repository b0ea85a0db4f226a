/**
 * Where a request comes from, for counting. Of the forwarded addresses the last counts: it was written by the
 * server nearest to us, all others by whoever called it.
 */
export function clientAddress(headers: Headers): string {
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const address = forwarded || 'unknown'
  return networkOf(address.slice(0, 64))
}

/** One household or server holds a whole /64 of IPv6, so the first four groups are the caller. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  return address.includes(':') ? `${address.split(':').slice(0, 4).join(':')}::/64` : address
}

/**
 * Names and values, one after the other, that every page has where the shop is reached by https: who has come that way
 * comes by no other for a year. Source: RFC 6797. Other names below the domain are not ours to speak for.
 * @param {{ NEXT_PUBLIC_APP_URL?: string }} environment
 * @returns {string[]}
 */
export const transportHeaders = ({ NEXT_PUBLIC_APP_URL = '' }) =>
  NEXT_PUBLIC_APP_URL.startsWith('https:') ? ['Strict-Transport-Security', 'max-age=31536000'] : []

/**
 * Where a request that came to a proxy of ours in the clear has to go: the same path at the shop's own https address,
 * whatever host it named. Nothing where the shop has none, or where no proxy of ours says how it came.
 * @param {{ url?: string, headers: Record<string, string | undefined> }} request after `nameCaller`
 * @param {{ NEXT_PUBLIC_APP_URL?: string }} environment
 * @returns {string | undefined}
 */
export function secureAddressOf({ url = '/', headers }, { NEXT_PUBLIC_APP_URL = '' }) {
  // The first of several is what the browser spoke; what is between proxies is theirs.
  const [spoken] = (headers['x-forwarded-proto'] ?? '').split(',', 1)
  if (spoken.trim().toLowerCase() !== 'http' || !NEXT_PUBLIC_APP_URL.startsWith('https:')) return undefined
  return new URL(NEXT_PUBLIC_APP_URL).origin + url
}

/** Sends a request to `address` for good, with its method and body. */
export function sendTo(address, response) {
  response.writeHead(308, {
    Location: address,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end()
}

/** Methods that change nothing. */
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may act on cookies: its `Origin` is one of ours, or the browser says that our own page made
 * it. Undefined when it carries neither header, as programs and some reads of old browsers do.
 */
export function comesFromUs(headers: Headers, origins: readonly string[]): boolean | undefined {
  const origin = headers.get('origin')
  // A page that sends no referrer has its forms say "null"; then the browser's own word decides.
  if (origin !== null && origin !== 'null') return origins.includes(origin)
  const site = headers.get('sec-fetch-site')
  return site === null ? undefined : site === 'same-origin' || site === 'none'
}

/** Whether cookies of this request count: always said so for what changes something, not said otherwise for reads. */
export function cookiesCount(request: Request, origins: readonly string[]): boolean {
  const ours = comesFromUs(request.headers, origins)
  return ours ?? safe.has(request.method)
}

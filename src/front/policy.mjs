/** Where browsers say what a policy has kept from happening. No header of its own goes with it, so it is kept with a page. */
export const reportPath = '/api/policy-reports'

/** Content security policies. Styles may be inline: pictures and focal points are placed by style attributes. */
const rules = ({ script, framedBy }) => ({
  'default-src': "'self'",
  'script-src': ["'self'", ...script].join(' '),
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': framedBy,
  'report-uri': reportPath,
})

const written = (options) =>
  Object.entries(rules(options))
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

/** Our own files and no inline script: what every page has that says nothing else. */
export const strictPolicy = written({ script: [], framedBy: "'none'" })

/** @param {readonly string[]} hashes of inline scripts, such as `sha256-...` */
export const hashPolicy = (hashes) =>
  written({ script: hashes.map((hash) => `'${hash}'`), framedBy: "'none'" })

/** For a page made for one person; the admin shows previews in a frame. */
export const noncePolicy = (nonce) => written({ script: [`'nonce-${nonce}'`], framedBy: "'self'" })

const isHtml = (type) => typeof type === 'string' && type.startsWith('text/html')

/**
 * Gives the answer a policy when it turns out to be HTML without one, and whatever it is what keeps browsers from guessing
 * its type. As late as possible, since Next.js keeps what is already there, and a page may have its own.
 * @param {import('node:http').ServerResponse} response
 * @param {() => string} policyNow
 * @param {{ isForNobodyElse?: boolean }} [options] what no browser or proxy may keep, whatever Next.js says of it
 */
export function guardHtml(response, policyNow, { isForNobodyElse = false } = {}) {
  const { writeHead } = response
  const setMissing = (name, value) => response.hasHeader(name) || response.setHeader(name, value())
  response.writeHead = function (...parts) {
    setMissing('X-Content-Type-Options', () => 'nosniff')
    if (isHtml(response.getHeader('Content-Type'))) {
      setMissing('Content-Security-Policy', policyNow)
      setMissing('Referrer-Policy', () => 'strict-origin-when-cross-origin')
    }
    if (isForNobodyElse) response.setHeader('Cache-Control', 'private, no-store')
    return writeHead.apply(response, parts)
  }
}

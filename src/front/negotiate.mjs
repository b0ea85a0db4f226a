/** Quality of each coding in an `Accept-Encoding` header. */
function qualities(header) {
  const found = new Map()
  for (const part of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim())
    const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const quality = given === undefined ? 1 : Number(given)
    if (coding) found.set(coding, Number.isFinite(quality) ? quality : 0)
  }
  return found
}

function best(header) {
  const given = qualities(header)
  const of = (coding) => given.get(coding) ?? given.get('*') ?? 0
  const [br, gzip, identity] = [of('br'), of('gzip'), given.get('identity') ?? 0]
  if (br > 0 && br >= gzip && br >= identity) return 'br'
  if (gzip > 0 && gzip >= identity) return 'gzip'
  return 'identity'
}

/** Browsers send a handful of headers; a stranger may send any number. */
const remembered = new Map()
const mostRemembered = 100

/**
 * The variant for an `Accept-Encoding` header (RFC 9110, 12.5.3): brotli before gzip where both are as welcome.
 * @param {string | undefined} header
 * @returns {'br' | 'gzip' | 'identity'}
 */
export function chooseEncoding(header) {
  if (header === undefined || header === '') return 'identity'
  const known = remembered.get(header)
  if (known) return known
  const chosen = best(header)
  if (remembered.size < mostRemembered) remembered.set(header, chosen)
  return chosen
}

/**
 * Does an `If-None-Match` header name this tag? Compared weakly (RFC 9110, 13.1.2).
 * @param {string} header
 * @param {string} etag
 */
export const isUnchanged = (header, etag) =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

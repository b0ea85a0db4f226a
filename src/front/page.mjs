import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compress = {
  gzip: (body) => promisify(gzip)(body, { level: 7 }),
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
}

/** One address answers with a document or with React's data, by these headers of the request. */
const varies =
  'Accept-Encoding, RSC, Next-Router-State-Tree, Next-Router-Prefetch, Next-Router-Segment-Prefetch'
/** A browser or proxy may keep it, and asks each time whether it still holds. */
const kept = 'public, no-cache'
const always = [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  'Server-Timing',
  'store',
]

function variantOf(body, tag, { policy, encoding, more }) {
  const etag = `"${tag}${encoding ? `-${encoding}` : ''}"`
  const shared = [...always, ...more, 'ETag', etag, 'Cache-Control', kept, 'Vary', varies]
  const headers = [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(body.length),
    ...(encoding ? ['Content-Encoding', encoding] : []),
    'Content-Security-Policy',
    policy,
    ...shared,
  ]
  return { body, etag, headers, unchanged: shared }
}

const isRedirect = (status) => status >= 300 && status < 400

/**
 * A rendered page as it is sent: its bytes and headers are made here, once, and never per request.
 * @param {{ html: string, policy: string, status?: number, location?: string }} rendered
 * @param {readonly string[]} [more] names and values of further headers
 */
export async function makePage({ html, policy, status = 200, location }, more = []) {
  if (isRedirect(status) && location)
    return {
      status,
      bytes: location.length,
      redirect: ['Location', location, 'Content-Length', '0', 'Cache-Control', kept, ...always, ...more],
    }
  const identity = Buffer.from(html)
  const [gzipped, brotli] = await Promise.all([compress.gzip(identity), compress.br(identity)])
  const tag = createHash('sha256').update(policy).update(identity).digest('base64url').slice(0, 22)
  return {
    status,
    bytes: identity.length + gzipped.length + brotli.length,
    variants: {
      identity: variantOf(identity, tag, { policy, more }),
      gzip: variantOf(gzipped, tag, { policy, more, encoding: 'gzip' }),
      br: variantOf(brotli, tag, { policy, more, encoding: 'br' }),
    },
  }
}

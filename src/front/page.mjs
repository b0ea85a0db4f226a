import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A page that many ask for is worth the time of packing it well. */
const levels = { common: { gzip: 7, br: 6 }, rare: { gzip: 4, br: 4 } }

const compress = {
  gzip: (body, level) => promisify(gzip)(body, { level }),
  br: (body, level) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: level,
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
/** A browser alone: what somebody asks for is nothing that a proxy has to keep. */
const keptByOne = 'private, no-cache'
const always = [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  'Server-Timing',
  'store',
]

function variantOf(body, tag, { policy, encoding, more, cacheControl }) {
  const etag = `"${tag}${encoding ? `-${encoding}` : ''}"`
  const shared = [...always, ...more, 'ETag', etag, 'Cache-Control', cacheControl, 'Vary', varies]
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

/** Without the bytes of the whole: whoever takes no coding, which no browser does, waits for them to be unpacked. */
const packed = ({ body: _, ...variant }, gzipped) => ({ ...variant, gzipped })

/**
 * A rendered page as it is sent: its bytes and headers are made here, once, and never per request.
 * @param {{ html: string, policy: string, status?: number, location?: string, isAsked?: boolean }} rendered `isAsked`: a
 *   question is part of its address, so that few ask for it; it is packed quickly and kept packed alone
 * @param {readonly string[]} [more] names and values of further headers
 */
export async function makePage({ html, policy, status = 200, location, isAsked = false }, more = []) {
  if (isRedirect(status) && location)
    return {
      status,
      bytes: location.length,
      redirect: ['Location', location, 'Content-Length', '0', 'Cache-Control', kept, ...always, ...more],
    }
  const identity = Buffer.from(html)
  const level = isAsked ? levels.rare : levels.common
  const [gzipped, brotli] = await Promise.all([
    compress.gzip(identity, level.gzip),
    compress.br(identity, level.br),
  ])
  const tag = createHash('sha256').update(policy).update(identity).digest('base64url').slice(0, 22)
  const facts = { policy, more, cacheControl: isAsked ? keptByOne : kept }
  const whole = variantOf(identity, tag, facts)
  return {
    status,
    bytes: (isAsked ? 0 : identity.length) + gzipped.length + brotli.length,
    variants: {
      identity: isAsked ? packed(whole, gzipped) : whole,
      gzip: variantOf(gzipped, tag, { ...facts, encoding: 'gzip' }),
      br: variantOf(brotli, tag, { ...facts, encoding: 'br' }),
    },
  }
}

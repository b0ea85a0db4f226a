import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gunzip, gzip, gzipSync } from 'node:zlib'
import { chooseEncoding, isUnchanged } from './negotiate.mjs'

function send(response, isHead, { status, headers, body }) {
  response.writeHead(status, headers)
  response.end(isHead ? undefined : body)
}

/**
 * Answers a GET or HEAD from a page in memory.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} [status] another one than the page was made with, where it stands in for one that shows nothing
 */
export function answerFrom(page, request, response, status = page.status) {
  const isHead = request.method === 'HEAD'
  const { headers } = request
  if (page.redirect) return send(response, isHead, { status, headers: page.redirect })
  const variant = page.variants[chooseEncoding(headers['accept-encoding'])]
  const known = headers['if-none-match']
  if (known !== undefined && status === 200 && isUnchanged(known, variant.etag))
    return send(response, isHead, { status: 304, headers: variant.unchanged })
  if (variant.gzipped && !isHead)
    return gunzip(variant.gzipped, (error, body) =>
      error ? response.destroy(error) : send(response, false, { status, headers: variant.headers, body }),
    )
  send(response, isHead, { status, headers: variant.headers, body: variant.body })
}

const brotliOf = (body) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  },
})
const [gzipped, brotlied] = [promisify(gzip), promisify(brotliCompress)]
const compress = {
  gzip: (body) => gzipped(body, { level: 4 }),
  br: (body) => brotlied(body, brotliOf(body)),
  identity: (body) => body,
}
const compressAtOnce = {
  gzip: (body) => gzipSync(body, { level: 4 }),
  br: (body) => brotliCompressSync(body, brotliOf(body)),
  identity: (body) => body,
}

/**
 * Sends a page that was made for one visitor, and is kept by nobody.
 * @param {{ html: string | Buffer, policy: string, link?: string, accepts?: string }} page `link`: what the browser will want;
 *   `accepts`: what codings the visitor takes
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export async function sendOnce({ html, policy, link, accepts }, request, response) {
  const encoding = chooseEncoding(accepts)
  const body = await compress[encoding](typeof html === 'string' ? Buffer.from(html) : html)
  send(response, request.method === 'HEAD', {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      'Content-Security-Policy': policy,
      ...(link && { Link: link }),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      Vary: 'Accept-Encoding',
    },
    body,
  })
}

/** Letters from which compressing pays. */
const worthwhile = 1_024
/** Bytes up to which handing them to another thread takes longer than compressing them. */
const small = 65_536

/**
 * Sends what a route of ours has answered without Next.js.
 * @param {import('./direct.mjs').Given} given
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export async function sendGiven({ status, headers, body }, request, response) {
  const accepted = chooseEncoding(request.headers['accept-encoding'])
  const encoding = body.length < worthwhile ? 'identity' : accepted
  const whole = Buffer.from(body)
  const sent = whole.length <= small ? compressAtOnce[encoding](whole) : await compress[encoding](whole)
  send(response, false, {
    status,
    headers: {
      ...headers,
      'content-length': sent.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      vary: 'Accept-Encoding',
    },
    body: sent,
  })
}

/** When even the page that stands in for a failure cannot be made. */
export const sendPlain = (status, request, response) =>
  send(response, request.method === 'HEAD', {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body: status === 404 ? 'Not found\n' : 'Not available at the moment\n',
  })

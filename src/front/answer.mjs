import { chooseEncoding, isUnchanged } from './negotiate.mjs'

function send(response, isHead, { status, headers, body }) {
  response.writeHead(status, headers)
  response.end(isHead ? undefined : body)
}

/**
 * Answers a GET or HEAD from a page in memory.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function answerFrom(page, request, response) {
  const isHead = request.method === 'HEAD'
  const { headers } = request
  if (page.redirect) return send(response, isHead, { status: page.status, headers: page.redirect })
  const variant = page.variants[chooseEncoding(headers['accept-encoding'])]
  const known = headers['if-none-match']
  if (known !== undefined && page.status === 200 && isUnchanged(known, variant.etag))
    return send(response, isHead, { status: 304, headers: variant.unchanged })
  send(response, isHead, { status: page.status, headers: variant.headers, body: variant.body })
}

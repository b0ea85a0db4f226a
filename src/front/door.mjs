/** What no page or API of ours takes, refused before Next.js, which answers some of it with 500. */
import { STATUS_CODES } from 'node:http'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

function isReadable(path) {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Pages run no server actions but for the admin's, which say so; Next.js reads every other form as one and fails. */
const takesForms = (path, headers) =>
  /^\/api(\/|$)/.test(path) || (/^\/admin(\/|$)/.test(path) && headers['next-action'] !== undefined)

/**
 * @typedef {{ status: number, code: string, message: string, allow?: string[] }} Fault
 * `allow`: the methods of a place that takes few
 */

/**
 * What is wrong with a request that has just come in, if anything.
 * @returns {Fault | undefined}
 */
export function faultAtTheDoor({ method, url = '/', headers }) {
  if (!methods.includes(method))
    return { status: 405, code: 'method.not-allowed', message: 'There is no such method here.' }
  const [path] = url.split(/[?#]/, 1)
  if (!path.startsWith('/') || !isReadable(path) || url.includes('%00'))
    return { status: 400, code: 'request.malformed', message: 'The address is malformed.' }
  if (/^multipart\//i.test(headers['content-type'] ?? '') && !takesForms(path, headers))
    return {
      status: 415,
      code: 'media-type.unsupported',
      message: 'This address takes no form of this kind.',
    }
  return undefined
}

const takesMore = /^\/(api|admin)(\/|$)/
const asking = ['GET', 'HEAD']

/**
 * The same where Next.js keeps pages: of a static handler it keeps what the first caller gets, also the refusal of a
 * `POST`. So pages are asked for and nothing else, however an address is written.
 * @returns {Fault | undefined}
 */
export function faultOfPage({ method, url = '/' }) {
  if (asking.includes(method)) return undefined
  const [path] = url.split(/[?#]/, 1)
  if (takesMore.test(path) && takesMore.test(new URL(path, 'http://here').pathname)) return undefined
  return { status: 405, code: 'method.not-allowed', message: 'A page is only asked for.', allow: asking }
}

/** The answer in the manner of the address: a problem of the Store API, an error of Payload's, or a line of text. */
function answerTo(url, { status, code, message }) {
  if (url.startsWith('/api/store')) {
    const type = `urn:molini:problem:${code}`
    const body = { type, title: STATUS_CODES[status], status, code, detail: message }
    return ['application/problem+json', JSON.stringify(body)]
  }
  if (url.startsWith('/api/')) return ['application/json', JSON.stringify({ errors: [{ message }] })]
  return ['text/plain; charset=utf-8', `${message}\n`]
}

/** Answers a request that is refused at the door; the rest of its body is not read. */
export function refuse({ url = '/' }, response, fault) {
  const [type, body] = answerTo(url, fault)
  response.writeHead(fault.status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
    ...(fault.status === 405 && { Allow: (fault.allow ?? methods).join(', ') }),
  })
  response.end(body)
}

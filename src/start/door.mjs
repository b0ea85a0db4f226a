/** What no page or API of ours takes, refused before Next.js, which answers some of it with 500. */

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
 * What is wrong with a request that has just come in, if anything.
 * @returns {{ status: number, message: string, headers?: Record<string, string> } | undefined}
 */
export function faultAtTheDoor({ method, url = '/', headers }) {
  if (!methods.includes(method))
    return { status: 405, message: 'There is no such method here.', headers: { Allow: methods.join(', ') } }
  const [path] = url.split(/[?#]/, 1)
  if (!path.startsWith('/') || !isReadable(path) || url.includes('%00'))
    return { status: 400, message: 'The address is malformed.' }
  if (/^multipart\//i.test(headers['content-type'] ?? '') && !takesForms(path, headers))
    return { status: 415, message: 'This address takes no form of this kind.' }
  return undefined
}

/** Answers a request that is refused at the door; the rest of its body is not read. */
export function refuse(response, { status, message, headers }) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
    ...headers,
  })
  response.end(`${message}\n`)
}

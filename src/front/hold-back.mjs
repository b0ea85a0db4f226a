const isHtml = (type) => typeof type === 'string' && type.startsWith('text/html')
const textCoding = (encoding) => (typeof encoding === 'string' ? encoding : 'utf8')
const bytesOf = (part, encoding) => Buffer.from(part, textCoding(encoding))

/**
 * Holds an HTML answer of Next.js back, when `wants` says so of its status, and calls `done` with it instead of sending
 * it: `done` then answers itself, on a response without headers but cookies, and is told those that there were. Anything
 * else passes as it comes.
 * @param {import('node:http').ServerResponse} response
 * @param {(status: number) => boolean} wants asked once, when the answer begins
 * @param {(held: { status: number, body: Buffer, headers: import('node:http').OutgoingHttpHeaders }) => void | Promise<void>} done
 */
export function holdBack(response, wants, done) {
  const { writeHead, write, end, flushHeaders } = response
  const parts = []
  let isHeld
  let isEnded = false

  const decide = () => (isHeld ??= isHtml(response.getHeader('Content-Type')) && wants(response.statusCode))

  /** The response as it was before Next.js, and what it has wrapped around it, began to answer. */
  function release() {
    Object.assign(response, { writeHead, write, end, flushHeaders })
    const headers = response.getHeaders()
    for (const name of response.getHeaderNames()) if (name !== 'set-cookie') response.removeHeader(name)
    return done({ status: response.statusCode, body: Buffer.concat(parts), headers })
  }

  response.writeHead = function (status, ...more) {
    response.statusCode = status
    return decide() ? response : writeHead.call(response, status, ...more)
  }
  response.flushHeaders = function () {
    if (!decide()) flushHeaders.call(response)
  }
  response.write = function (part, encoding, called) {
    if (!decide()) return write.call(response, part, encoding, called)
    parts.push(bytesOf(part, encoding))
    const after = [encoding, called].find((one) => typeof one === 'function')
    if (after) process.nextTick(after)
    return true
  }
  response.end = function (part, encoding, called) {
    if (!decide()) return end.call(response, part, encoding, called)
    if (isEnded) return response
    isEnded = true
    if (part && typeof part !== 'function') parts.push(bytesOf(part, encoding))
    const after = [part, encoding, called].find((one) => typeof one === 'function')
    if (after) response.once('finish', after)
    void release()
    return response
  }
}

import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'
import { holdBack } from './hold-back.mjs'

/** What nobody in particular sends: no cookie, no query, nothing forwarded, so that nothing of anybody is in the answer. */
function bareRequest(path, headers) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, {
    method: 'GET',
    url: path,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    complete: true,
  })
  request.headers = { host: 'localhost', accept: 'text/html', ...headers }
  request.rawHeaders = ['Host', 'localhost', 'Accept', 'text/html']
  request.push(null)
  return request
}

/** Takes everything, at once, and keeps nothing: no server is there that would say when there is room for more. */
const nowhere = () =>
  Object.assign(new Writable({ highWaterMark: 2 ** 30, write: (_chunk, _encoding, done) => done() }), {
    setTimeout: () => {},
    remoteAddress: '127.0.0.1',
  })

const longest = 30_000

/**
 * Has Next.js render `path` for nobody. Resolves to the status once it has answered; what it rendered came to the cache handler.
 * @param {(request: IncomingMessage, response: ServerResponse) => Promise<void>} handle
 * @param {string} path
 * @param {{ prepare?: (response: ServerResponse) => void, headers?: Record<string, string> }} [how]
 */
export async function renderForNobody(handle, path, { prepare, headers } = {}) {
  const request = bareRequest(path, headers)
  const response = new ServerResponse(request)
  prepare?.(response)
  const socket = nowhere()
  response.assignSocket(/** @type {any} */ (socket))
  const ended = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${path} was not rendered in time`)), longest)
    const end = () => {
      clearTimeout(late)
      resolve(undefined)
    }
    response.once('finish', end)
    response.once('close', end)
  })
  try {
    await Promise.all([handle(request, response), ended])
    return response.statusCode
  } finally {
    socket.destroy()
    request.destroy()
  }
}

/**
 * What Next.js answers nobody with, where it hands nothing to the cache handler: its status, and when that is 200 the HTML and
 * its headers.
 * @param {(request: IncomingMessage, response: ServerResponse) => Promise<void>} handle
 * @param {string} path
 * @param {Record<string, string>} [headers] beside what nobody in particular sends
 * @returns {Promise<{ status: number, html?: string, headers?: import('node:http').OutgoingHttpHeaders }>}
 */
export async function readForNobody(handle, path, headers) {
  let read
  const prepare = (response) =>
    holdBack(
      response,
      (status) => status === 200,
      ({ body, headers: given }) => {
        read = { html: String(body), headers: given }
        response.end()
      },
    )
  const status = await renderForNobody(handle, path, { prepare, headers })
  return { status, ...read }
}

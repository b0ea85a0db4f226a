/** Next.js loads each route by its own means, perhaps as another copy of this module: the process has one. */
const place = Symbol.for('molini.direct-answers')

/**
 * @typedef {{ method: string, url: string, headers: Headers, sent: Buffer }} Asked what a route reads of a request; `sent`: its body
 * @typedef {{ status: number, headers: Record<string, string | string[]>, body: string }} Given
 * @typedef {(asked: Asked) => Promise<Given>} Answer it refuses by what it answers, and is rejected only by a fault of ours
 */

/**
 * Lets the front ask routes of ours itself, past what Next.js does for every request: those that need nothing of it, neither
 * its cache nor its own ways to headers and cookies.
 * @param {(method: string, path: string) => Answer | undefined} find undefined for what Next.js is to answer
 */
export function answerDirectly(find) {
  globalThis[place] = find
}

/**
 * Undefined also while Next.js has not loaded the route.
 * @param {string} method
 * @param {string} path
 * @returns {Answer | undefined}
 */
export const directAnswer = (method, path) => globalThis[place]?.(method, path)

/** Bytes: a larger body, or one whose length nobody knows, is for Next.js, which hands it on while it arrives. */
const largest = 65_536

/** @param {import('node:http').IncomingMessage} request */
export const isSmall = ({ headers }) =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= largest

/** One by one, which takes a fifth of what a list of pairs does. @param {import('node:http').IncomingMessage} request */
export function headersOf({ headers }) {
  const all = new Headers()
  for (const [name, value] of Object.entries(headers)) for (const one of [value].flat()) all.append(name, one)
  return all
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<Asked>} rejected when whoever sends it goes away */
export async function asAsked(request) {
  const { method, url } = request
  const parts = []
  for await (const part of request) parts.push(part)
  return {
    method,
    url: `http://localhost${url}`,
    headers: headersOf(request),
    sent: Buffer.concat(parts),
  }
}

/** Next.js loads each route by its own means, perhaps as another copy of this module: the process has one list. */
const place = Symbol.for('molini.direct-answers')
const answers = () => (globalThis[place] ??= new Map())

/**
 * @typedef {{ method: string, url: string, headers: Headers }} Asked what a route reads of a `GET`
 * @typedef {{ status: number, headers: Record<string, string | string[]>, body: string }} Given
 */

/**
 * Lets the front ask a route of ours itself, past what Next.js does for every request. For a `GET` that needs nothing of it:
 * neither its cache nor its own ways to headers and cookies.
 * @param {string} path one without parameters
 * @param {(asked: Asked) => Promise<Given>} answer
 */
export function answerDirectly(path, answer) {
  answers().set(path, answer)
}

/**
 * Undefined while Next.js has not loaded the route.
 * @param {string} path
 * @returns {((asked: Asked) => Promise<Given>) | undefined}
 */
export const directAnswer = (path) => answers().get(path)

/** @param {import('node:http').IncomingMessage} request @returns {Asked} */
export const asAsked = ({ url, headers }) => ({
  method: 'GET',
  url: `http://localhost${url}`,
  headers: new Headers(
    Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ),
})

import { activeCache } from './active.mjs'

/** Next.js loads each page by its own means, perhaps as another copy of this module: the process has one. */
const place = Symbol.for('molini.own-parts')

/**
 * @typedef {{ frame: string, values: Readonly<Record<string, string>> }} OwnPart what one visitor alone sees: which frame it
 *   stands in, and the text of each place, as HTML
 */

/**
 * Lets the front keep the frame of a page that is made for one person, all that is the same for everybody, and have but the
 * rest made for each. `make` gets the headers of the request, and what the page has told with its frame `plain`; undefined for
 * what Next.js is to draw as a whole. It is rejected only by a fault, after which Next.js does so too.
 * @template Facts
 * @param {string} path
 * @param {(headers: Headers, facts: Facts) => Promise<OwnPart | undefined>} make
 */
export function keepFrameOf(path, make) {
  globalThis[place] ??= new Map()
  globalThis[place].set(path, make)
}

/** Undefined also while Next.js has not loaded the page. */
export const ownPartAt = (/** @type {string} */ path) => globalThis[place]?.get(path)

/**
 * Where the page that is being made is to be a frame: which one, how a place of the visitor's is marked, and how what holds for
 * all of them is handed on. Undefined where it is made for a visitor.
 * @returns {{ kind: string, place: (name: string) => string, tell: (facts: unknown) => void } | undefined}
 */
export const frameWanted = () => activeCache()?.frameWanted()

import { randomBytes } from 'node:crypto'
import { draw } from './draw.mjs'
import { cutFrame, fillFrame, markOf } from './frame.mjs'
import { noncePolicy } from './policy.mjs'

const tries = 5
/** What a frame depends on, whatever else is read for it: settings that are read past the cache. */
const tags = ['site']

/** What the page is asked for instead of a visitor's own; see `frameWanted`. */
function wanted(kind) {
  const names = new Set()
  const asked = {
    kind,
    place(name) {
      names.add(name)
      return markOf(name)
    },
    tell: (facts) => void (asked.facts = facts),
    facts: undefined,
    names,
  }
  return asked
}

/** What Next.js answered with, under its own policy or else the one that it was told. */
const readFrame = ({ html, headers }, policy) => ({
  html,
  policy: String(headers['content-security-policy'] ?? policy),
  link: String(headers.link ?? ''),
})

/**
 * The frames of pages that are made for one person, drawn by Next.js for nobody and kept until something changes that they
 * show.
 * @param {{
 *   cache: ReturnType<import('./cache.mjs').openCache>,
 *   handle: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>,
 *   room: number,
 *   log: (text: string) => void,
 * }} options
 */
export function openFrames({ cache, handle, room, log }) {
  const store = cache.openStore(room)
  const filling = new Map()

  /** Draws until no change has overtaken it; undefined when Next.js makes no page, or changes keep coming. */
  async function fill(path, kind) {
    for (let round = 0; round < tries; round += 1) {
      const asked = wanted(kind)
      const policy = noncePolicy(randomBytes(16).toString('base64'))
      // Next.js reads the nonce from here, unless the page brings a policy of its own.
      const headers = { 'content-security-policy': policy }
      const { rendered } = await draw({ cache, handle }, path, { tags, frame: asked, headers })
      if (!rendered) return undefined
      cache.counts.drawn += 1
      const { value, ...life } = rendered
      const cut = cutFrame(readFrame(value, policy), asked.names)
      if (!cut) log(`${path} is drawn as a whole for each visitor: React would not find what is filled in`)
      const frame = { ...life, facts: asked.facts, ...(cut ?? { isUnfit: true, bytes: 0 }) }
      if (store.set(`${kind} ${path}`, frame)) return frame
    }
    return undefined
  }

  /** One at a time for each, however many wait for it. */
  function frameAt(path, kind) {
    const key = `${kind} ${path}`
    const kept = store.get(key)
    if (kept) return kept
    const under = filling.get(key)
    if (under) return under
    const work = fill(path, kind).finally(() => filling.delete(key))
    filling.set(key, work)
    return work
  }

  return {
    /**
     * The page at `path` for whoever asks with these headers; undefined where Next.js is to draw it.
     * @param {string} path
     * @param {Headers} asked
     * @param {(headers: Headers, facts: unknown) => Promise<import('./own-part.mjs').OwnPart | undefined>} make
     */
    async pageFor(path, asked, make) {
      const plain = await frameAt(path, 'plain')
      const own = plain && !plain.isUnfit && (await make(asked, plain.facts))
      if (!own) return undefined
      const frame = own.frame === 'plain' ? plain : await frameAt(path, own.frame)
      if (!frame || frame.isUnfit) return undefined
      const page = fillFrame(frame, own.values)
      cache.counts.given += 1
      return page
    },
    get bytes() {
      return store.bytes
    },
  }
}

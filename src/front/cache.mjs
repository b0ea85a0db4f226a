import { AsyncLocalStorage } from 'node:async_hooks'
import { openGenerations } from './generations.mjs'
import { strictPolicy } from './policy.mjs'
import { openStore } from './store.mjs'
import { transform } from './transform.mjs'

const MB = 1024 * 1024
const sizes = { data: 32 * MB, raw: 8 * MB }

const tagsOf = (value) =>
  String(value?.headers?.['x-next-cache-tags'] ?? '')
    .split(',')
    .filter(Boolean)
const expiryOf = (cacheControl, now) =>
  typeof cacheControl?.revalidate === 'number' ? now + cacheControl.revalidate * 1000 : Infinity

/** Seconds after which a page ends though none of its reads says so. */
const longest = 300

/**
 * What is to be drawn for nobody, for `run`. Of a static page Next.js says the tags and the age when it hands it over; of any
 * other, `tags` given, they are gathered from what it reads.
 * @param {readonly string[]} [tags] what it depends on whatever it reads
 * @param {ReturnType<import('./own-part.mjs').frameWanted>} [frame] where it is to be the frame of a page for one person
 */
export const openFill = (tags, frame) => ({
  /** @type {any} */
  rendered: undefined,
  born: 0,
  /** What is done each time that the page is given. @type {(() => void)[]} */
  given: [],
  reads: tags && { tags: new Set(tags), seconds: longest },
  frame,
})

function noteRead(reads, tags, revalidate) {
  if (!reads) return
  for (const tag of tags) reads.tags.add(tag)
  if (typeof revalidate === 'number') reads.seconds = Math.min(reads.seconds, revalidate)
}

function weigh({ kind, html, rscData, segmentData, body, data }) {
  if (kind === 'FETCH') return (data?.body?.length ?? 0) * 2
  const parts = [rscData, body, ...(segmentData?.values() ?? [])]
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), (html?.length ?? 0) * 2)
}

/** The policy of a page that is sent as Next.js made it; with a script that nobody knows it is the strict one. */
function policyOf(html) {
  try {
    return transform(html).policy
  } catch {
    return strictPolicy
  }
}

/**
 * What the server keeps of Next.js's renders and reads, and the one place that decides what may be kept. Every request
 * into Next.js runs inside `run`, which notes the generation that it began in: what an invalidation has overtaken is
 * not kept, nor is anything of unknown age. While `isDeaf` nothing is kept or given, since nobody would say what died.
 * `onChange` hears that something has changed before anything is made anew because of it.
 */
export function openCache({ announce = () => {}, onChange = () => {}, clock = Date.now } = {}) {
  const generations = openGenerations()
  const data = openStore(generations, sizes.data, clock)
  const raw = openStore(generations, sizes.raw, clock)
  const running = new AsyncLocalStorage()
  const state = { isDeaf: true }
  const counts = { given: 0, drawn: 0 }
  const stores = []

  const entryOf = (value, { tags, expires, born }) => ({
    value,
    tags,
    born,
    expires,
    bytes: weigh(value),
    lastModified: clock(),
  })

  function keepRead(key, value, { tags = [], born }) {
    const all = [...new Set([...tags, ...(value.tags ?? [])])]
    data.set(key, entryOf(value, { tags: all, expires: Infinity, born }))
  }

  /** A page goes to whoever asked for it to be filled in; any other is kept as Next.js made it. */
  function keepPage(key, value, { cacheControl, context }) {
    const facts = {
      tags: tagsOf(value),
      expires: expiryOf(cacheControl, clock()),
      born: context.born,
    }
    if (context.fill && value.kind === 'APP_PAGE') {
      context.fill.rendered = { value, ...facts }
      return
    }
    if (value.kind === 'APP_PAGE') context.policy = policyOf(value.html)
    if (!state.isDeaf) raw.set(key, { ...entryOf(value, facts), cacheControl, policy: context.policy })
  }

  return {
    generations,
    state,
    /** Pages given from memory and pages drawn, since the start. */
    counts,
    /**
     * Runs `work` as one request into Next.js. `fill` receives the page it renders; without it the context that `work`
     * gets says under which `policy` the page is sent that Next.js answers with, once that is known.
     */
    run(work, fill) {
      const context = { born: generations.now, fill, policy: undefined }
      if (fill) fill.born = context.born
      return running.run(context, () => work(context))
    },
    /** What runs is the drawing of a page for nobody. */
    isDrawing: () => running.getStore()?.fill !== undefined,
    openStore(most) {
      const store = openStore(generations, most, clock)
      stores.push(store)
      return store
    },

    /** What a page depends on of which Next.js does not say it, once it is drawn. */
    factsOf: ({ reads, born }) => ({
      tags: [...reads.tags],
      born,
      expires: clock() + reads.seconds * 1000,
    }),
    /**
     * Has `work` done each time that the page being drawn is given to somebody. False where it is drawn for one visitor.
     * @param {() => void} work
     */
    onGiven(work) {
      const given = running.getStore()?.fill?.given
      given?.push(work)
      return given !== undefined
    },

    /** For the page that is being drawn. */
    frameWanted: () => running.getStore()?.fill?.frame,

    /** The side that Next.js's cache handler speaks to. */
    get(key, { kind, tags = [], softTags = [], revalidate } = {}) {
      const context = running.getStore()
      const reads = context?.fill?.reads
      if (kind === 'FETCH') noteRead(reads, [...tags, ...softTags], revalidate)
      if (state.isDeaf) return null
      if (kind === 'FETCH') {
        const entry = data.get(key)
        if (!entry || !generations.isAlive([...tags, ...softTags], entry.born)) return null
        // Next.js would take one that is too old and renew it behind the page, which is kept.
        if (reads && typeof revalidate === 'number' && clock() - entry.lastModified > revalidate * 1000)
          return null
        return { lastModified: entry.lastModified, value: entry.value }
      }
      const entry = context?.fill ? undefined : raw.get(key)
      if (!entry) return null
      if (context) context.policy = entry.policy
      return { lastModified: entry.lastModified, value: entry.value, cacheControl: entry.cacheControl }
    },
    set(key, value, { tags, cacheControl } = {}) {
      const context = running.getStore()
      if (!context || !value) return
      if (value.kind === 'FETCH') {
        if (!state.isDeaf) keepRead(key, value, { tags, born: context.born })
        return
      }
      keepPage(key, value, { cacheControl, context })
    },
    /** Drops here at once and tells the other processes. */
    async revalidate(tags) {
      onChange()
      generations.kill(tags)
      await announce(tags)
    },
    /** What another process, or somebody at the database, says has changed. */
    hear(tags) {
      onChange()
      generations.kill(tags)
    },
    loseTouch() {
      state.isDeaf = true
      generations.killAll()
    },
    findTouch() {
      onChange()
      generations.killAll()
      state.isDeaf = false
    },
    weights: () => ({ data: data.bytes, raw: raw.bytes }),
    /** What an operator asks of it; `bytes` is of everything that is kept. */
    report: () => ({
      isDeaf: state.isDeaf,
      pages: stores.reduce((sum, { size }) => sum + size, 0),
      bytes: [data, raw, ...stores].reduce((sum, { bytes }) => sum + bytes, 0),
      ...counts,
    }),
  }
}

import { randomBytes } from 'node:crypto'
import { pathOf, queryOf, spell } from './address.mjs'
import { answerFrom, sendGiven, sendOnce, sendPlain } from './answer.mjs'
import { asAsked, directAnswer, headersOf, isSmall } from './direct.mjs'
import { draw } from './draw.mjs'
import { readForNobody } from './fill.mjs'
import { openFrames } from './frames.mjs'
import { holdBack } from './hold-back.mjs'
import { ownPartAt } from './own-part.mjs'
import { makePage } from './page.mjs'
import { guardHtml, noncePolicy, strictPolicy } from './policy.mjs'
import { transform, UnknownScript } from './transform.mjs'

const MB = 1024 * 1024
/**
 * Bytes for pages, and small shares for what anybody can invent: questions, and addresses that show nothing. `frames`: of
 * pages that are made for one person, a few for each market.
 */
export const shares = { pages: 96 * MB, asked: 12 * MB, others: 4 * MB, frames: 4 * MB }
const tries = 5

/** Next.js's draft mode, which it checks itself; and data for React's router, which no page of ours asks for. */
const isForNext = ({ cookie, rsc }) =>
  rsc !== undefined || (cookie !== undefined && cookie.includes('__prerender_bypass='))

/** Seconds after which a page may be asked for again. */
const retryAfter = 5
/** Milliseconds that a render may take while nobody hears from the database. */
const longestWait = 10_000
const tooLate = Symbol('too late')

const isFailure = (status) => status === 404 || status >= 500
const isReading = ({ method }) => method === 'GET' || method === 'HEAD'

/**
 * Stands before Next.js: answers pages that are the same for everybody from memory, and gives every other HTML a
 * policy. Query strings are not part of a kept page's address: such pages are `force-static` and cannot read them. Only
 * `questions` are kept with theirs.
 * @param {{
 *   handle: (request: any, response: any) => Promise<void>,
 *   routeOf: ReturnType<import('./routes.mjs').readRoutes>,
 *   cache?: ReturnType<import('./cache.mjs').openCache>,
 *   hasOwnPolicy?: (route: string) => boolean,
 *   isBare?: (route: string) => boolean,
 *   questions?: { of: (path: string, query: string) => string | undefined, has: (path: string) => boolean, tags: readonly string[] },
 *   standIns?: { of: (status: number, path: string) => string, has: (path: string) => boolean },
 *   headers?: readonly string[],
 *   log?: (text: string) => void,
 *   room?: typeof shares,
 * }} options `cache`: undefined switches the memory off. `hasOwnPolicy`: routes whose policy is not ours to say.
 *   `isBare`: routes made for one visitor that lose the framework's scripts as kept pages do. `questions`: pages that are the same
 *   for all who ask the same; `of` gives a question in one spelling, as an address. `standIns`: addresses of
 *   pages that are shown in the place of a failure, which Next.js would draw by script. `headers`: names and values, one
 *   after the other, of what every answer has. `room`: bytes of each share
 */
export function openFront({
  handle,
  routeOf,
  cache,
  hasOwnPolicy = () => false,
  isBare = () => false,
  questions,
  standIns,
  headers = [],
  log = console.warn,
  room = shares,
}) {
  const pages = cache?.openStore(room.pages)
  const asked = cache?.openStore(room.asked)
  const others = cache?.openStore(room.others)
  const frames = cache && openFrames({ cache, handle, room: room.frames, log })
  const filling = new Map()
  const warned = new Set()
  const inside = (work) => (cache ? cache.run(work) : work())

  function warnOnce(path, why) {
    if (warned.has(why) || warned.size > 100) return
    warned.add(why)
    log(`${path} is not kept in memory and loses its scripts, because of ${why}`)
  }

  /** The page as it is sent, or a note that it cannot be kept. */
  async function finish(path, { value, tags, born, expires }, { given, isAsked }) {
    const facts = { tags, born, expires, isAsked, ...(given.length > 0 && { given }) }
    // A note is enough: the page that stands in for it is kept once for all.
    if (standIns && value.status === 404) return { ...facts, isMissing: true, bytes: 0 }
    try {
      const { html, policy } = transform(value.html)
      const { status } = value
      const location = value.headers?.location
      const page = await makePage({ html, policy, status, location, isAsked }, headers)
      return { ...page, ...facts }
    } catch (error) {
      if (!(error instanceof UnknownScript)) throw error
      warnOnce(path, error.message)
      return { ...facts, isUnfit: true, bytes: 0 }
    }
  }

  const keep = (path, page) => {
    const store = page.isUnfit || page.status !== 200 ? others : page.isAsked ? asked : pages
    return store.set(path, page)
  }

  /**
   * Renders until no change has overtaken it; undefined when Next.js made no page, or changes keep coming. Without a database a
   * second try would wait as long for nothing.
   */
  async function fill(path) {
    const isAsked = questions?.has(pathOf(path)) === true
    for (let round = 0; round < tries; round += 1) {
      const { status, rendered, given } = await draw(
        { cache, handle },
        path,
        isAsked ? { tags: questions.tags } : undefined,
      )
      if (!rendered) return status >= 500 && cache.state.isDeaf ? { isAway: true } : undefined
      cache.counts.drawn += 1
      const page = await finish(path, rendered, { given, isAsked })
      // Nobody tells what died meanwhile: it is sent this once.
      if (cache.state.isDeaf) return page
      if (keep(path, page)) return page
      if (cache.generations.isAlive(page.tags, page.born)) return page
    }
    return undefined
  }

  /** One at a time for each address, however many wait for it. */
  function fillOnce(path) {
    const under = filling.get(path)
    if (under) return under
    const work = fill(path)
      .catch((error) => void log(`${path} was not rendered: ${error.message}`))
      .finally(() => filling.delete(path))
    filling.set(path, work)
    return work
  }

  const find = (path) => pages.get(path) ?? asked.get(path) ?? others.get(path)

  /** A page may have been overtaken between its end and the turn of whoever waited for it. */
  const isStillRight = (page) =>
    page !== undefined &&
    !page.isUnfit &&
    (cache.state.isDeaf || cache.generations.isAlive(page.tags, page.born))

  /** A page that stands in for a failure, as it is sent; undefined when it cannot be made. */
  async function standInAt(path) {
    if (cache) {
      const page = (cache.state.isDeaf ? undefined : find(path)) ?? (await fillOnce(path))
      return page?.variants ? page : undefined
    }
    const read = await readForNobody(handle, path).catch(() => undefined)
    return read?.html === undefined ? undefined : makePage(transform(read.html), headers)
  }

  /**
   * Real HTML with the status of the failure, in the place of a page that only a script would draw. While nobody says what has
   * changed the database is away: what fails then is no fault, and works again soon.
   */
  async function showInstead(failure, path, { request, response }) {
    const status = failure >= 500 && cache?.state.isDeaf ? 503 : failure
    const page = await standInAt(standIns.of(status, path))
    if (response.destroyed) return undefined
    if (status === 503) response.setHeader('Retry-After', retryAfter)
    return page ? answerFrom(page, request, response, status) : sendPlain(status, request, response)
  }

  function give(page, request, response, path) {
    if (page.isMissing) return showInstead(404, path, { request, response })
    if (page.given && request.method === 'GET') for (const work of page.given) work()
    return answerFrom(page, request, response)
  }

  const mark = (response) => {
    for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at], headers[at + 1])
  }

  function sendBare(path, { body, accepts }, { request, response }) {
    let page = { html: body, policy: strictPolicy }
    try {
      page = transform(String(body))
    } catch (error) {
      if (!(error instanceof UnknownScript)) throw error
      warnOnce(path, error.message)
    }
    return sendOnce({ ...page, accepts }, request, response)
  }

  /** What Next.js answers is looked at before it is sent: failures get their page, bare pages lose its scripts. */
  function watch(request, response, { path, isForBare }) {
    const accepts = request.headers['accept-encoding']
    // Compressed by us, after its scripts are out.
    if (isForBare) delete request.headers['accept-encoding']
    holdBack(
      response,
      (status) => (standIns && isFailure(status)) || (isForBare && status === 200),
      ({ status, body }) => {
        if (isForBare && accepts !== undefined) request.headers['accept-encoding'] = accepts
        mark(response)
        return isFailure(status)
          ? showInstead(status, path, { request, response })
          : sendBare(path, { body, accepts }, { request, response })
      },
    )
  }

  /**
   * To Next.js. Static pages, also the one for addresses without a route, say their policy while they are answered; and
   * only from memory may they be kept by others, who would not hear what has changed.
   */
  function pass(request, response, path) {
    const { kind, route } = routeOf(path)
    mark(response)
    if (isReading(request) && request.headers.rsc === undefined && !(kind === 'page' && hasOwnPolicy(route)))
      watch(request, response, { path, isForBare: kind === 'page' && isBare(route) })
    if (kind !== 'page')
      return inside((context) => {
        guardHtml(response, () => context?.policy ?? strictPolicy, { isForNobodyElse: kind === 'kept' })
        return handle(request, response)
      })
    if (hasOwnPolicy(route)) guardHtml(response, () => strictPolicy)
    else {
      const policy = noncePolicy(randomBytes(16).toString('base64'))
      // Next.js reads the nonce from here and puts it on its own scripts.
      request.headers['content-security-policy'] = policy
      guardHtml(response, () => policy)
    }
    return inside(() => handle(request, response))
  }

  /** As `fillOnce`; without a database nobody waits for it to the end, which may be far off. */
  async function fillInTime(path) {
    const filled = fillOnce(path)
    let timer
    const late = new Promise((resolve) => (timer = setTimeout(resolve, longestWait, tooLate)))
    try {
      const first = await Promise.race([filled, late])
      if (first !== tooLate) return first
      return cache.state.isDeaf ? { isAway: true } : await filled
    } finally {
      clearTimeout(timer)
    }
  }

  async function fillAndAnswer(request, response, { path, address }) {
    const page = (await fillInTime(address)) ?? undefined
    if (response.destroyed) return undefined
    if (page?.isAway) return showInstead(503, path, { request, response })
    if (isStillRight(page)) return give(page, request, response, path)
    const again = page && !page.isUnfit ? await fillOnce(address) : undefined
    return isStillRight(again) ? give(again, request, response, path) : pass(request, response, path)
  }

  /** By the route alone; what only reads by Next.js where that fails. */
  async function giveDirectly(answer, request, response, path) {
    let given
    try {
      given = await answer(await asAsked(request))
    } catch (error) {
      if (response.destroyed) return undefined
      log(`${path} was not answered directly: ${error.message}`)
      return isReading(request) ? pass(request, response, path) : sendPlain(500, request, response)
    }
    if (response.destroyed) return undefined
    mark(response)
    return sendGiven(given, request, response)
  }

  /** What is one visitor's own, in a frame from memory; by Next.js as a whole where that cannot be. */
  async function giveFramed(make, request, response, path) {
    let page
    try {
      page = await frames.pageFor(path, headersOf(request), make)
    } catch (error) {
      log(`${path} was not put into its frame: ${error.message}`)
    }
    if (response.destroyed) return undefined
    if (!page) return pass(request, response, path)
    mark(response)
    response.setHeader('Server-Timing', 'frame')
    return sendOnce({ ...page, accepts: request.headers['accept-encoding'] }, request, response)
  }

  return {
    /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
    handle(request, response) {
      const path = spell(pathOf(request.url))
      const direct = !isForNext(request.headers) && directAnswer(request.method, path)
      if (direct && isSmall(request)) return giveDirectly(direct, request, response, path)
      const mayKeep = cache && isReading(request)
      if (standIns?.has(path) && isReading(request)) return showInstead(404, path, { request, response })
      if (!mayKeep || isForNext(request.headers)) return pass(request, response, path)
      const query = queryOf(request.url)
      const own = query === '' && !cache.state.isDeaf && request.method === 'GET' && ownPartAt(path)
      if (own) return giveFramed(own, request, response, path)
      const question = questions?.of(path, query)
      const address = question ?? path
      if (!cache.state.isDeaf) {
        const page = find(address)
        if (page && !page.isUnfit) cache.counts.given += 1
        if (page) return page.isUnfit ? pass(request, response, path) : give(page, request, response, path)
      }
      if (question === undefined && routeOf(path).kind !== 'kept') return pass(request, response, path)
      return fillAndAnswer(request, response, { path, address })
    },
    weights: () => ({
      pages: pages?.bytes ?? 0,
      asked: asked?.bytes ?? 0,
      others: others?.bytes ?? 0,
      frames: frames?.bytes ?? 0,
      ...cache?.weights(),
    }),
  }
}

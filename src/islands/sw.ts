import { offlineCache as prefix } from '#domain/kept-keys'

/**
 * Answers when there is no network, with one page per market that is kept for it, and nothing else: no page, no price and
 * nothing of a visitor is ever put into a cache here.
 */
declare const BUILD: string

interface WorkerScope {
  addEventListener(name: string, work: (event: WorkerEvent) => void): void
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
}
interface WorkerEvent {
  request: Request
  waitUntil: (work: Promise<unknown>) => void
  respondWith: (answer: Promise<Response>) => void
}

const scope = self as unknown as WorkerScope
const kept = prefix + BUILD
const pages = ['/offline', '/it/offline', '/de/offline', '/uk/offline', '/us/offline']

/** The page and what it needs to look as it should: its styles, letters and one script of ours. */
async function keepPage(cache: Cache, page: string): Promise<void> {
  const answer = await fetch(page, { credentials: 'omit', cache: 'no-cache' })
  if (!answer.ok) throw new Error(`${page}: ${answer.status}`)
  const html = await answer.clone().text()
  const files = [...html.matchAll(/(?:href|src)="(\/(?:_next\/static|assets)\/[^"]+\.(?:css|woff2|js))"/g)]
  await cache.addAll([...new Set(files.map(([, file]) => file ?? ''))])
  await cache.put(page, answer)
}

async function install(): Promise<void> {
  const cache = await caches.open(kept)
  for (const page of pages) await keepPage(cache, page)
  await scope.skipWaiting()
}

/** What an older build kept is of no use any more. */
async function activate(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== kept).map((name) => caches.delete(name)),
  )
  await scope.clients.claim()
}

const offlinePageOf = (path: string): string => {
  const market = /^\/(it|de|uk|us)(?=\/|$)/.exec(path)?.[0] ?? ''
  return `${market}/offline`
}

async function answerPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const page = await caches.match(offlinePageOf(new URL(request.url).pathname))
    if (!page) throw error
    return page
  }
}

/** Files of the offline page, from the network as long as there is one. */
const answerFile = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const file = await caches.match(request.url)
    if (!file) throw error
    return file
  }
}

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(activate()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (!pathname.startsWith('/admin') && !pathname.startsWith('/api')) event.respondWith(answerPage(request))
  } else if (/^\/(?:_next\/static|assets)\//.test(pathname)) event.respondWith(answerFile(request))
})

/** The production server: the pages' front and Next.js behind a plain HTTP server that drains before it ends. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { setActiveCache } from '../front/active.mjs'
import { leaveBytesOut } from '../front/bare-json.mjs'
import { openCache } from '../front/cache.mjs'
import { openFiles } from '../front/files.mjs'
import { renderForNobody } from '../front/fill.mjs'
import { openFront } from '../front/front.mjs'
import { openListener } from '../front/listener.mjs'
import { activeReplicas, openReplicas, setActiveReplicas } from '../front/replicas.mjs'
import { readRoutes } from '../front/routes.mjs'
import { startBackups } from './nightly.mjs'
import { localUrl } from './address.mjs'
import { nameCaller, trustedProxies } from './caller.mjs'
import { inCheckout } from './checkout.mjs'
import { drain, watch } from './drain.mjs'
import { drawFirstPages } from './first-pages.mjs'
import { faultAtTheDoor, refuse } from '../front/door.mjs'
import { isLostConnection } from './lost-connection.mjs'
import { questions } from './questions.mjs'
import { standIns } from './stand-ins.mjs'
import { startPoints } from './points.mjs'
import { startTicker } from './ticker.mjs'
import { secureAddressOf, sendTo, transportHeaders } from './transport.mjs'

const port = Number(process.env.PORT ?? 3000)
const listenOn = process.env.MOLINI_LISTEN ?? '127.0.0.1'
/** Milliseconds: within the thirty seconds that platforms give, with time to spare. */
const drainTime = 25_000
const proxies = trustedProxies(process.env)
const servers = []
let stopTicker = () => {}
let stopBackups = () => {}
let stopPoints = () => {}
let listener
let closing

process.on('uncaughtException', (error) => {
  const isLost = isLostConnection(error)
  console.warn(isLost ? `A connection was lost (${error.code ?? error.message})` : error)
  if (!isLost) void close(1)
})
process.on('unhandledRejection', (reason) => console.warn('A promise failed unheard', reason))

const cache = process.env.PAGE_FRONT === 'off' ? undefined : openPages()
const app = next({ dev: false, dir: inCheckout(), hostname: 'localhost', port })
await app.prepare()
const dist = inCheckout(process.env.NEXT_DIST_DIR ?? '.next')
const files = openFiles([
  { folder: join(dist, 'static'), at: '/_next/static', keep: 'public, max-age=31536000, immutable' },
  { folder: inCheckout('public/assets'), at: '/assets', keep: 'public, max-age=0' },
])
const front = openFront({
  handle: app.getRequestHandler(),
  routeOf: readRoutes({ dist, files: inCheckout('public') }),
  cache,
  hasOwnPolicy: (route) => route.startsWith('/admin'),
  isBare: (route) => route === '/[market]/search',
  questions,
  standIns,
  headers: transportHeaders(process.env),
})

await openRoutes()
await drawFromPrimary()
for (const host of listenOn.split(',')) await listen(host)
stopTicker = startTicker({ url: localUrl(listenOn, port), secret: process.env.CRON_SECRET })
if (process.env.BACKUP_KEY) stopBackups = startBackups()
if (process.env.BACKUP_KEY && process.env.MOLINI_EMBEDDED === '1') stopPoints = startPoints()

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close(0))
process.on('disconnect', () => void close(0))
process.send?.({ isListening: true })

/** Pages in memory, dropped when somebody says so over the database: this process, another one, or a person at psql. */
function openPages() {
  const { DATABASE_URL_UNPOOLED, DATABASE_URL, DATABASE_REPLICA_URLS } = process.env
  const primary = DATABASE_URL_UNPOOLED || DATABASE_URL
  const urls = DATABASE_REPLICA_URLS ? DATABASE_REPLICA_URLS.split(',') : []
  const replicas = urls.length > 0 ? openReplicas({ urls, primary }) : undefined
  setActiveReplicas(replicas)
  let wasLost = false
  const opened = openCache({
    announce: (tags) => listener.announce(tags),
    onChange: () => replicas?.touch(),
  })
  listener = openListener({
    connectionString: primary,
    onTags: opened.hear,
    onListening() {
      replicas?.find()
      opened.findTouch()
      // Connections that were made anew know no statement either.
      if (wasLost && servers.length > 0) void drawFromPrimary()
      wasLost = false
    },
    onLost() {
      wasLost = true
      replicas?.lose()
      opened.loseTouch()
    },
  })
  setActiveCache(opened)
  leaveBytesOut(opened.isDrawing)
  return opened
}

/** Whatever a change makes stale is read from there before any replica has it, on connections that know its statements by then. */
async function drawFromPrimary() {
  const work = () => drawFirstPages(front.handle)
  await (activeReplicas()?.spare(work) ?? work())
}

/**
 * Payload is in the server twice, for routes and for pages, and whichever is asked first makes the one instance. Made by a page,
 * its refusals would be none that REST knows, and the admin would name no field: so a route is asked before anybody can be.
 * The first screen of the admin holds up everybody for longer than all that come after it.
 */
async function openRoutes() {
  for (const path of ['/api/access', '/admin/login'])
    await renderForNobody(app.getRequestHandler(), path).catch((error) => console.warn(error))
}

/** A machine may lack one of the address families; one that listens is enough. */
function listen(host) {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const fault = faultAtTheDoor(request)
    if (fault) return refuse(request, response, fault)
    nameCaller(request, proxies)
    const secure = secureAddressOf(request, process.env)
    if (secure) return sendTo(secure, response)
    void files.handle(request, response, () => front.handle(request, response))
  })
  const watched = watch(server)
  const isMissing = ({ code }) => servers.length > 0 && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code)
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (isMissing(error) ? resolve() : reject(error)))
    server.listen(port, host, () => {
      servers.push(watched)
      resolve()
    })
  })
}

/** No new connections, requests under way are answered, then the end. Once. */
function close(code) {
  closing ??= end(code)
  return closing
}

async function end(code) {
  stopTicker()
  stopBackups()
  stopPoints()
  if (!(await drain(servers, { time: drainTime, lead: 1_000 })))
    console.warn('Some requests did not end in time and were cut off')
  listener?.close()
  process.exit(code)
}

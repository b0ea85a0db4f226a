import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'

const kB = 1000
const styles = 20 * kB
/** What React in the browser comes to, with room for what a page adds. */
const react = { script: 165 * kB, styles, hasFramework: true }

/**
 * What pages may weigh after gzip on a first visit, by the beginning of their route; the first that fits counts. `assets` are the
 * islands that they name. Of all others the front takes out the framework's scripts (`data-js="0"`).
 */
export const budgets = [
  {
    routes: '(shop)/[market]/p/[slug]/page',
    ...{ script: 25 * kB, styles, hasFramework: false },
    assets: ['first', 'islands', 'shoe-turn', 'picture-zoom', 'card-sizes'],
  },
  {
    routes: '(shop)/',
    ...{ script: 15 * kB, styles, hasFramework: false },
    assets: ['first', 'islands', 'card-sizes', 'preview'],
  },
  { routes: '(buy)/', ...react, assets: ['first', 'islands'] },
  {
    routes: '(plain)/',
    ...{ script: 15 * kB, styles, hasFramework: false },
    assets: ['first', 'offline'],
  },
]

/** Pages that any build of the shop has: where one is not found, nothing was weighed. */
const always = [
  ...['', 'c/[...path]/', 'p/[slug]/', '[...path]/', 'search/'].map((path) => `(shop)/[market]/${path}page`),
  ...['cart', 'checkout', 'account'].map((path) => `(buy)/[market]/${path}/page`),
]

const ending = '_client-reference-manifest.js'

/** Routes of pages, as their folders are called. */
function pagesIn(app) {
  if (!existsSync(app)) return []
  return readdirSync(app, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(`page${ending}`))
    .map((file) => file.slice(0, -ending.length))
    .sort()
}

/** What Next.js puts into the head of a page: files below the build's folder. */
function filesOf(dist, route) {
  const known = {}
  const code = readFileSync(join(dist, 'server/app', route + ending), 'utf8')
  vm.runInNewContext(code, { globalThis: known })
  const [manifest] = Object.values(known.__RSC_MANIFEST ?? {})
  if (!manifest) throw new Error(`What ${route} carries is not told by its manifest.`)
  const { entryJSFiles = {}, entryCSSFiles = {}, clientModules = {} } = manifest
  const chunks = Object.values(clientModules).flatMap((module) => module.chunks)
  const local = (path) => path.replace(/^\/_next\//, '')
  return {
    scripts: [...Object.values(entryJSFiles).flat(), ...chunks].map(local),
    styles: Object.values(entryCSSFiles).flatMap((files) => files.map(({ path }) => local(path))),
  }
}

/** As it stands in an address. */
const nameOf = (route) => `/${route.replace(/\([^)]*\)\//, '').replace(/\/?page$/, '')}`

const tooMuch = (what, bytes, most) =>
  bytes > most ? [`${(bytes / kB).toFixed(1)} kB of ${what}, more than ${most / kB} kB`] : []

/** Weighs each file once. */
function scales() {
  const known = new Map()
  const weigh = (file) => {
    const size = known.get(file) ?? gzipSync(readFileSync(file)).length
    known.set(file, size)
    return size
  }
  return (files) => [...new Set(files)].reduce((total, file) => total + weigh(file), 0)
}

/**
 * Weighs every page of a build against its budget, and says in words what is too heavy.
 * @param {{ dist: string, assets: string }} where folders: the build, and the islands beside it
 * @returns {{ pages: { name: string, script: number, styles: number }[], over: string[] }} bytes after gzip
 */
export function weighPages({ dist, assets }) {
  const routes = pagesIn(join(dist, 'server/app'))
  const missing = always.filter((route) => !routes.includes(route))
  if (missing.length > 0)
    throw new Error(`The build does not tell what these pages carry: ${missing.map(nameOf).join(', ')}.`)
  const { rootMainFiles } = JSON.parse(readFileSync(join(dist, 'build-manifest.json'), 'utf8'))
  const sum = scales()
  const built = (files) => files.map((file) => join(dist, file))
  const pages = routes.flatMap((route) => {
    const budget = budgets.find((one) => route.startsWith(one.routes))
    if (!budget) return []
    const files = filesOf(dist, route)
    const framework = budget.hasFramework ? built([...rootMainFiles, ...files.scripts]) : []
    const own = budget.assets.map((name) => join(assets, `${name}.js`))
    return [
      { name: nameOf(route), budget, script: sum([...framework, ...own]), styles: sum(built(files.styles)) },
    ]
  })
  const over = pages.flatMap(({ name, budget, script, styles }) =>
    [...tooMuch('scripts', script, budget.script), ...tooMuch('styles', styles, budget.styles)].map(
      (words) => `${name} carries ${words}.`,
    ),
  )
  return { pages: pages.map(({ name, script, styles }) => ({ name, script, styles })), over }
}

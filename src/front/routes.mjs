import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

function publicFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(folder.length))
  } catch {
    return []
  }
}

/** `/eu/:path` with what the groups of its pattern have found. */
function rewriteOf({ source, destination, regex }) {
  const pattern = new RegExp(regex)
  const names = [...source.matchAll(/:(\w+)/g)].map(([, name]) => name)
  return (path) => {
    const groups = pattern.exec(path)
    if (!groups) return path
    return destination.replace(/:(\w+)\*?/g, (_, name) => groups[names.indexOf(name) + 1] ?? '')
  }
}

/**
 * What an address is, from what the build wrote down: a page that is the same for everybody (`kept`), one that is made
 * for somebody (`page`), or anything else: a file, an API, a redirect of the configuration (`other`).
 * @param {{ dist: string, files: string }} folders of the build and of public files
 * @returns {(path: string) => { kind: 'kept' | 'page' | 'other', route?: string }}
 */
export function readRoutes({ dist, files }) {
  const manifest = readJson(join(dist, 'routes-manifest.json'))
  const prerendered = readJson(join(dist, 'prerender-manifest.json'))
  const sources = readJson(join(dist, 'app-path-routes-manifest.json'))
  const pages = new Set(
    Object.entries(sources)
      .filter(([source]) => source.endsWith('/page'))
      .map(([, route]) => route),
  )
  const redirects = manifest.redirects.map(({ regex }) => new RegExp(regex))
  const rewrites = manifest.rewrites.beforeFiles.map(rewriteOf)
  const routes = [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page, regex }) => ({
    route: page,
    pattern: new RegExp(regex),
  }))
  const known = new Set(publicFiles(files))
  const isStatic = (route) => route in prerendered.dynamicRoutes || route in prerendered.routes
  const other = { kind: 'other' }

  return (path) => {
    if (path.startsWith('/_next/') || path.includes('//') || path.includes('\\')) return other
    if (known.has(path) || redirects.some((pattern) => pattern.test(path))) return other
    const inside = rewrites.reduce((at, rewrite) => rewrite(at), path)
    const found = routes.find(({ pattern }) => pattern.test(inside))
    if (!found || !pages.has(found.route)) return other
    return { kind: isStatic(found.route) ? 'kept' : 'page', route: found.route }
  }
}

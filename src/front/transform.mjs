import { createHash } from 'node:crypto'
import { hashPolicy, strictPolicy } from './policy.mjs'

/** An inline script that nobody here knows; the page is then not kept. */
export class UnknownScript extends Error {
  name = 'UnknownScript'
}

const script = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi
const attribute = (attributes, name) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)?.[1]

/** Types that a browser does not run. */
const dataTypes = new Set(['application/ld+json', 'application/json'])

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Calls whose only argument has to be JSON: data, whatever stands in it. */
const pushes = [
  /^self\.__next_f\.push\(([\s\S]*)\)$/,
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(([\s\S]*)\)$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(([\s\S]*)\);$/,
]
const constants = [/^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/]

/** The inline scripts that Next.js and React write into a page without streamed parts. */
const isKnown = (code) =>
  constants.some((shape) => shape.test(code)) ||
  pushes.some((shape) => {
    const [, argument] = shape.exec(code) ?? []
    return argument !== undefined && isJson(argument)
  })

const isOwnFile = (source) => /^\/(?!\/)[^\\]*$/.test(source)
const isFrameworkFile = (source) => source.startsWith('/_next/')
const hashOf = (code) => `sha256-${createHash('sha256').update(code).digest('base64')}`
const shortened = (text) => text.replace(/\s+/g, ' ').slice(0, 80)

/** Every script of a page, or `UnknownScript` when one is not accounted for. */
function readScripts(html) {
  const found = [...html.matchAll(script)].map(([, attributes = '', code = '']) => {
    const source = attribute(attributes, 'src')
    if (source !== undefined) {
      if (!isOwnFile(source) || code !== '') throw new UnknownScript(`a script from ${shortened(source)}`)
      return { isFramework: isFrameworkFile(source) }
    }
    if (dataTypes.has(attribute(attributes, 'type') ?? '')) return { isFramework: false }
    if (attribute(attributes, 'type') !== undefined || !isKnown(code))
      throw new UnknownScript(`an inline script: ${shortened(code)}`)
    return { isFramework: true, code }
  })
  const begun = html.match(/<script\b/gi)?.length ?? 0
  if (begun !== found.length) throw new UnknownScript('a script that does not end')
  return found
}

/** The page says of itself that it needs no framework in the browser. */
const needsNoRuntime = (html) => /^(?:<!DOCTYPE html>)?<html\b[^>]*\sdata-js="0"/i.test(html)

const scriptPreload = /<link\b[^>]*\brel="(?:modulepreload|preload)"[^>]*>/gi
const isOfScript = (link) => /\brel="modulepreload"/i.test(link) || /\bas="script"/i.test(link)
/** Parts that React would bring to their place by script. */
const isStreamed = (html) => /<template id="B:/.test(html)

function withoutRuntime(html, scripts) {
  if (isStreamed(html)) throw new UnknownScript('a part that only a script would show (Suspense)')
  let at = 0
  // In one pass: each further one would copy the page again.
  const rest = html.replace(script, (whole) => (scripts[at++]?.isFramework ? '' : whole))
  return rest.replace(scriptPreload, (link) => (isOfScript(link) ? '' : link))
}

const alternateLink = /<link\b[^>]*\srel="alternate"[^>]*>/gi
const marketLink = /<a\b[^>]*\sdata-market="[^>]*>/gi

/**
 * The foot is one for all pages of a market, so its links to the others lead home. They lead to the same page where this one says
 * in its head where that is.
 */
function withSamePages(html) {
  const paths = new Map()
  for (const [link] of html.matchAll(alternateLink)) {
    const [, path] = /^https?:\/\/[^/]+(\/.*)?$/.exec(attribute(link, 'href') ?? '') ?? []
    paths.set(attribute(link, 'hreflang'), path ?? '/')
  }
  if (paths.size === 0) return html
  return html.replace(marketLink, (link) => {
    const path = paths.get(attribute(link, 'hreflang'))
    return path === undefined ? link : link.replace(/\shref="[^"]*"/i, () => ` href="${path}"`)
  })
}

/**
 * What a rendered page is sent as, and under which policy. A page with `<html data-js="0">` loses the framework's
 * scripts and keeps our own, and its links to other markets lead to the same page; any other keeps them, its inline ones by hash. Pure.
 * Throws `UnknownScript` for an inline script of any other shape, so that nothing that slipped into a page is ever
 * allowed by its own hash.
 * @param {string} html
 * @returns {{ html: string, policy: string }}
 */
export function transform(html) {
  const scripts = readScripts(html)
  if (needsNoRuntime(html))
    return { html: withSamePages(withoutRuntime(html, scripts)), policy: strictPolicy }
  const hashes = scripts.flatMap(({ code }) => (code === undefined ? [] : [hashOf(code)]))
  return { html, policy: hashPolicy([...new Set(hashes)]) }
}

import { randomBytes } from 'node:crypto'

/** Nobody can know it, so no content holds it; letters and figures alone, so that nothing escapes it. */
const secret = randomBytes(15).toString('hex')
const mark = new RegExp(`${secret}-([a-z]+)-`, 'g')

/** Stands in a page where something of one visitor goes: the whole of a text or of a property. */
export const markOf = (/** @type {string} */ name) => `${secret}-${name}-`

/** Between two pieces of React's data that follow each other: without it they are one. */
const seam = new RegExp(
  `"\\]\\)</script><script nonce="${secret}-nonce-">self\\.__next_f\\.push\\(\\[1,"`,
  'g',
)

function isInScript(html, at) {
  const begin = html.lastIndexOf('<script', at)
  return begin > html.lastIndexOf('</script', at) && html.indexOf('>', begin) < at
}

/** A string of its own in React's data. As part of a longer one its length may stand before it. */
const isWhole = (html, at, end) => html.startsWith('\\"', at - 2) && html.startsWith('\\"', end)

const signs = {
  '&': '\\u0026',
  '<': '\\u003c',
  '>': '\\u003e',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
const inside = (text) => JSON.stringify(text).slice(1, -1)

/** A text in React's own format, where `$` begins a reference, and that in a string of a script. */
const asData = (text) =>
  inside(inside(text.startsWith('$') ? `$${text}` : text)).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => signs[sign],
  )

/**
 * A page that was drawn with marks, as bytes and places by turns; the nonce of its scripts is a place too. React reads each
 * place again in its data, so one that is not there, as a string of its own, would be another page in the browser: undefined
 * then.
 * @param {{ html: string, policy: string, link?: string }} drawn `link`: the header that names what the browser will want
 * @param {Iterable<string>} names what the page has marked
 */
export function cutFrame({ html, policy, link = '' }, names) {
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
  if (!nonce) return undefined
  const whole = html.replaceAll(nonce, markOf('nonce')).replace(seam, '')
  const parts = []
  const inData = new Set()
  let at = 0
  for (const { 0: found, 1: name, index } of whole.matchAll(mark)) {
    const isData = isInScript(whole, index)
    if (isData && !isWhole(whole, index, index + found.length)) return undefined
    if (isData) inData.add(name)
    parts.push(Buffer.from(whole.slice(at, index)), { name, isData })
    at = index + found.length
  }
  parts.push(Buffer.from(whole.slice(at)))
  if (![...names].every((name) => inData.has(name))) return undefined
  const bytes = parts.reduce((sum, part) => sum + (Buffer.isBuffer(part) ? part.length : 0), 0)
  const headersWith = (/** @type {string} */ given) => ({
    policy: policy.replaceAll(nonce, given),
    link: link.replaceAll(nonce, given),
  })
  return { parts, bytes, headersWith }
}

/**
 * The page of one visitor, and what its headers say.
 * @param {NonNullable<ReturnType<typeof cutFrame>>} frame
 * @param {Readonly<Record<string, string>>} values of each place, as HTML
 * @returns {{ html: Buffer, policy: string, link: string }}
 */
export function fillFrame({ parts, headersWith }, values) {
  const nonce = randomBytes(16).toString('base64')
  const all = { ...values, nonce }
  const filled = parts.map((part) => {
    if (Buffer.isBuffer(part)) return part
    const value = all[part.name]
    if (value === undefined) throw new Error(`Nothing is known of ${part.name}`)
    return Buffer.from(part.isData ? asData(value) : value)
  })
  return { html: Buffer.concat(filled), ...headersWith(nonce) }
}

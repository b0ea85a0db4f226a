import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { advisoriesIn, loosePackages, secretsIn, strangeLicences, strangeScripts } from './supply.mjs'

const lock = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8'))
const withOne = (facts) => ({
  packages: { '': {}, 'node_modules/a/node_modules/planted': { version: '1.0.0', license: 'MIT', ...facts } },
})
const integrity = 'sha512-AAAA'

test('our own lock holds: checksums, scripts, licences', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(500)
  expect([...loosePackages(lock), ...strangeScripts(lock), ...strangeLicences(lock)]).toEqual([])
})

test.each([
  ['over plain http', { integrity, resolved: 'http://elsewhere.example/a.tgz' }],
  ['from a repository', { integrity, resolved: 'git+ssh://git@elsewhere.example/a.git' }],
  ['without a checksum', {}],
  ['with a weak one', { integrity: 'sha1-AAAA' }],
])('a planted package %s is found', (_, facts) => expect(loosePackages(withOne(facts))).toHaveLength(1))

test('a planted script is found, wherever the package lies', () => {
  expect(strangeScripts(withOne({ integrity, hasInstallScript: true }))).toEqual([
    'planted wants to run a script when it is installed',
  ])
})

test.each([
  ['AGPL-3.0-only', 1],
  ['MIT AND GPL-3.0-only', 1],
  ['(GPL-2.0 OR MIT)', 0],
  [undefined, 1],
])('licence %s: %i found', (license, count) =>
  expect(strangeLicences(withOne({ integrity, license }))).toHaveLength(count),
)

/** In halves, so that this file has none itself. */
const planted = [
  ['-----BEGIN RSA PRIVATE', ' KEY-----\nMIIEowIBAAKCAQEA1234567890'],
  ['sk_li', 've_4eC39HqLyjWDarjtT1zdp7dc'],
  ['AKIA', 'Q3EGSJ7XUPL2ABCD'],
  ['gh', 'p_0123456789abcdefghijABCDEFGHIJ012345'],
  ['npm', '_0123456789abcdefghijABCDEFGHIJ012345'],
  ['xkey', 'sib-0123456789abcdef0123456789abcdef'],
  ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'],
  ['UPLOADTHING_TOK', "EN='eyJhcGlLZXkiOiJza19saXZlX2Fi"],
  ['postgres://owner:np', 'g_aB3dE6gH9k@ep-x.neon.tech/db'],
]

test.each(planted)('a planted secret is found: %s...', (...halves) =>
  expect(secretsIn(`first\nsecond ${halves.join('')}`)).toEqual([expect.stringMatching(/^line 2 has an? /)]),
)

const isText = (file) => /\.(m?[jt]sx?|json|md|ya?ml|css|sh|example)$/.test(file)
const filesIn = (folder, recursive = true) =>
  readdirSync(inCheckout(folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && isText(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

test('no file of ours has a secret', () => {
  const files = ['src', 'collections', 'migrations', 'docs', 'deploy'].flatMap((one) => filesIn(one))
  expect(files.length).toBeGreaterThan(500)
  const found = [...files, ...filesIn('.', false)].flatMap((file) =>
    secretsIn(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`),
  )
  expect(found).toEqual([])
})

test('advisories of weight are named; an answer that is none is not taken for well', () => {
  const answer = (severity) =>
    JSON.stringify({ vulnerabilities: { planted: { name: 'planted', severity, range: '<2' } } })
  expect(advisoriesIn(answer('critical'))).toEqual(['planted <2: critical'])
  expect(advisoriesIn(answer('low'))).toEqual([])
  expect(advisoriesIn(JSON.stringify({ message: 'request failed', error: {} }))).toBeUndefined()
  expect(advisoriesIn('npm error code ENOTFOUND')).toBeUndefined()
})

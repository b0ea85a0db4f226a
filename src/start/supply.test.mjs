import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { run } from './run.mjs'
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

/** Each package of the lock that serves the shop, as `name@version`. */
const served = Object.entries(lock.packages)
  .filter(([place, { dev }]) => place !== '' && !dev)
  .map(([place, { name, version }]) => `${name ?? place.split('node_modules/').at(-1)}@${version}`)

test('--sbom writes a bill in CycloneDX that names each package which serves the shop, and none that only tests need', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'molini-supply-'))
  const file = join(folder, 'bill.json')
  try {
    // The command itself, without the launcher, which would install packages where some are stale.
    const words = `import { checkSupply } from './src/start/check-supply.mjs'
      await checkSupply('check:supply', ['--sbom', process.argv[1]])`
    const command = ['--input-type=module', '-e', words, file]
    // Nobody is asked over the network.
    const alone = { npm_config_registry: 'http://127.0.0.1:1', npm_config_fetch_retries: '0' }
    const { code, output } = await run(process.execPath, command, {
      cwd: inCheckout(),
      env: { ...process.env, ...alone },
    })
    expect(code, output).toBe(0)
    expect(output).toContain('not run  no advisory')
    const bill = JSON.parse(readFileSync(file, 'utf8'))
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: expect.stringMatching(/^1\.[4-9]$/),
      serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      metadata: { component: { name: 'molini' } },
    })
    const named = bill.components.map(({ name, version }) => `${name}@${version}`)
    expect(named.toSorted()).toEqual([...new Set(served)].toSorted())
    expect(named).toEqual(
      expect.arrayContaining([expect.stringMatching(/^zod@/), expect.stringMatching(/^next@/)]),
    )
    const refs = new Set(bill.components.map((one) => one['bom-ref']))
    const known = (ref) => refs.has(ref) || ref === bill.metadata.component['bom-ref']
    const pointed = bill.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn])
    expect(pointed.filter((ref) => !known(ref))).toEqual([])
    const bare = bill.components.filter(({ purl, hashes }) => !purl || !hashes?.length)
    expect(bare.filter(({ scope }) => scope === 'required')).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { run } from './run.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'molini-install-'))
  for (const name of ['install', 'checkout', 'disk-space', 'run', 'say'])
    cpSync(inCheckout(`src/start/${name}.mjs`), join(folder, `src/start/${name}.mjs`))
  write('package-lock.json', lock)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (file, packages) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), JSON.stringify({ packages }))
}
/** What npm writes when it is done. */
const record = 'node_modules/.package-lock.json'

const needed = { 'node_modules/a': { version: '1.0.0' } }
const forTests = { 'node_modules/t': { version: '2.0.0', dev: true } }
const lock = {
  '': { name: 'shop', version: '0.1.0' },
  ...needed,
  ...forTests,
  'node_modules/a/node_modules/b': { version: '3.0.0' },
  'node_modules/other-system': { version: '4.0.0', optional: true },
  'node_modules/beside': { resolved: 'beside', link: true },
}
const whole = { ...needed, ...forTests, 'node_modules/a/node_modules/b': { version: '3.0.0' } }
const without = (place) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== place))

/** Runs the words in a checkout that holds what is in the folder. */
const say = (words, env = {}) =>
  run(
    process.execPath,
    ['--input-type=module', '-e', `import * as at from './src/start/install.mjs'\n${words}`],
    {
      cwd: folder,
      env: { ...process.env, ...env },
    },
  )
async function isInstalled(options = {}) {
  const { output } = await say(`process.stdout.write(String(at.isInstalled(${JSON.stringify(options)})))`)
  return output
}

describe('what is there is compared with the lock', () => {
  test('as long as npm has not said that it was done, nothing is', async () => {
    expect(await isInstalled()).toBe('false')
  })

  test.each([
    ['all of it', whole, 'true'],
    ['more than that', { ...whole, 'node_modules/left': { version: '9.0.0' } }, 'true'],
    ['without one', without('node_modules/a'), 'false'],
    ['without one that lies within another', without('node_modules/a/node_modules/b'), 'false'],
    ['without one that tests need', without('node_modules/t'), 'false'],
    ['with one of before', { ...whole, 'node_modules/a': { version: '0.9.9' } }, 'false'],
    ['with one of after', { ...whole, 'node_modules/a': { version: '1.0.1' } }, 'false'],
  ])('%s', async (_what, installed, answer) => {
    write(record, installed)
    expect(await isInstalled()).toBe(answer)
  })

  test('a server may be without what tests need, and nothing else', async () => {
    write(record, without('node_modules/t'))
    expect(await isInstalled({ withoutDev: true })).toBe('true')
    write(record, without('node_modules/a'))
    expect(await isInstalled({ withoutDev: true })).toBe('false')
  })
})

describe('what is missing is installed', () => {
  /** In the place of npm: notes what it was asked for, and installs at the verbs that it is told. */
  async function install(...able) {
    const npm = join(folder, 'npm.js')
    writeFileSync(
      npm,
      `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
      const [verb] = process.argv.slice(2)
      appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n')
      if (!${JSON.stringify(able)}.includes(verb)) process.exit(1)
      mkdirSync('node_modules', { recursive: true })
      writeFileSync('${record}', ${JSON.stringify(JSON.stringify({ packages: whole }))})`,
    )
    const { code, output } = await say('await at.install()', { npm_execpath: npm })
    const asked = existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8') : ''
    return { code, output, asked: asked.split('\n').filter(Boolean) }
  }

  test('npm is left alone where all is there', async () => {
    write(record, whole)
    expect(await install()).toEqual({ code: 0, output: '', asked: [] })
  })

  test.each([
    ['nothing is there', undefined],
    ['one is stale', { ...whole, 'node_modules/a': { version: '0.9.9' } }],
  ])('by the lock, with what tests need, where %s', async (_what, installed) => {
    if (installed) write(record, installed)
    const { code, output, asked } = await install('ci')
    expect({ code, asked }).toEqual({ code: 0, asked: [expect.stringMatching(/^ci --include=dev /)] })
    expect(output).toContain('Installing the locked packages')
  })

  test('where npm refuses that, it installs without writing the lock', async () => {
    const { code, asked } = await install('install')
    expect(code).toBe(0)
    expect(asked).toEqual([expect.stringMatching(/^ci /), expect.stringMatching(/^install --no-save /)])
  })

  test('where nothing helps it is said in one sentence', async () => {
    const { code, output } = await install()
    expect(code).toBe(1)
    expect(output).toContain('The packages could not be installed; npm says why above.')
  })
})

import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { budgets, weighPages } from './page-weights.mjs'

let root
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'weights-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Nothing that gzip could make smaller. */
const bytes = (kB) => randomBytes(kB * 1000)

function put(path, content) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** A page as Next.js tells what it carries. */
const page = (route, { script = 'page.js', styles = ['all.css'] } = {}) =>
  put(
    `build/server/app/${route}_client-reference-manifest.js`,
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/${route}"] = ${JSON.stringify(
      {
        clientModules: { one: { chunks: [`/_next/static/${script}`] } },
        entryJSFiles: { layout: [], page: [`static/${script}`] },
        entryCSSFiles: {
          layout: [{ path: 'static/all.css' }],
          page: styles.map((path) => ({ path: `static/${path}` })),
        },
      },
    )};`,
  )

const shop = ['', 'c/[...path]/', 'p/[slug]/', '[...path]/', 'search/'].map(
  (path) => `(shop)/[market]/${path}page`,
)
const buy = ['cart', 'checkout', 'account'].map((path) => `(buy)/[market]/${path}/page`)

/** A build in which everything is within its bar. */
function build() {
  put('build/build-manifest.json', JSON.stringify({ rootMainFiles: ['static/react.js'] }))
  put('build/static/react.js', bytes(120))
  put('build/static/page.js', bytes(10))
  put('build/static/all.css', bytes(12))
  for (const name of new Set(budgets.flatMap(({ assets }) => assets))) put(`assets/${name}.js`, bytes(2))
  for (const route of [...shop, ...buy]) page(route)
}
const weigh = () => weighPages({ dist: join(root, 'build'), assets: join(root, 'assets') })

test('pages of the shop are weighed without the framework, bag and checkout with it, each file once', () => {
  build()
  const { pages, over } = weigh()
  expect(over).toEqual([])
  const kBOf = (name) => {
    const found = pages.find((one) => one.name === name)
    return [found.script, found.styles].map((size) => Math.round(size / 1000))
  }
  expect(kBOf('/[market]')).toEqual([8, 12])
  expect(kBOf('/[market]/p/[slug]')).toEqual([10, 12])
  expect(kBOf('/[market]/checkout')).toEqual([134, 12])
})

test('a script that is too heavy is named with its page, its size and the bar', () => {
  build()
  put('build/static/fat.js', bytes(42))
  page('(buy)/[market]/checkout/page', { script: 'fat.js' })
  expect(weigh().over).toEqual([
    expect.stringMatching(/^\/\[market\]\/checkout carries 166\.\d kB of scripts, more than 165 kB\.$/),
  ])
})

test('styles that are too heavy are named too', () => {
  build()
  put('build/static/fat.css', bytes(9))
  page('(shop)/[market]/c/[...path]/page', { styles: ['all.css', 'fat.css'] })
  expect(weigh().over).toEqual([
    expect.stringMatching(/^\/\[market\]\/c\/\[\.\.\.path\] carries 21\.\d kB of styles, more than 20 kB\.$/),
  ])
})

test('islands that grow are too heavy for a listing before they are for a product', () => {
  build()
  put('assets/islands.js', bytes(12))
  const { over } = weigh()
  expect(
    over.filter((words) => words.includes('more than 15 kB')).map((words) => words.split(' ')[0]),
  ).toEqual(['/[market]/[...path]', '/[market]/c/[...path]', '/[market]', '/[market]/search'])
  expect(over).toHaveLength(4)
})

test('a build that does not tell what a page carries is not passed', () => {
  build()
  rmSync(join(root, 'build/server/app/(shop)/[market]/search'), { recursive: true, force: true })
  rmSync(join(root, 'build/server/app/(shop)/[market]/search/page_client-reference-manifest.js'), {
    force: true,
  })
  expect(weigh).toThrow('The build does not tell what these pages carry: /[market]/search.')
})

test.each([
  ['(shop)/', 'src/app/(shop)/[market]/layout.tsx'],
  ['(shop)/', 'src/app/(shop)/[market]/preview/[collection]/[id]/page.tsx'],
  ['(shop)/[market]/p/[slug]/page', 'src/app/(shop)/[market]/layout.tsx'],
  ['(shop)/[market]/p/[slug]/page', 'src/islands/shoe-gallery.ts'],
  ['(buy)/', 'src/app/(buy)/[market]/layout.tsx'],
  ['(plain)/', 'src/app/(plain)/[market]/layout.tsx'],
  ['(plain)/', 'src/app/(plain)/[market]/offline/page.tsx'],
])('what pages of %s name themselves is weighed: %s', (routes, file) => {
  const named = [...readFileSync(inCheckout(file), 'utf8').matchAll(/\/assets\/([\w-]+)\.js/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(0)
  expect(budgets.find((one) => one.routes === routes).assets).toEqual(expect.arrayContaining(named))
})

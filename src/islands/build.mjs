import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
export const assets = join(here, '../../public/assets')
/** Bytes after gzip: LOOK and PERFORMANCE promise pages without a framework's weight. */
const most = 12 * 1024

const shared = { bundle: true, minify: true, format: 'iife', target: 'es2022', logLevel: 'warning' }

/** Bundles the islands, and the few lines that run before the first paint, into `public/assets`. */
export async function buildIslands() {
  await build({
    ...shared,
    entryPoints: ['islands', 'shoe-turn', 'first', 'preview', 'offline'].map((name) =>
      join(here, `${name}.ts`),
    ),
    outdir: assets,
  })
  // What a page imports are modules.
  await build({
    ...shared,
    format: 'esm',
    entryPoints: ['picture-zoom', 'card-sizes'].map((name) => join(here, `${name}.ts`)),
    outdir: assets,
  })
  // At the root, so that it may answer for the whole shop; another build is another worker.
  await build({
    ...shared,
    entryPoints: [join(here, 'sw.ts')],
    outdir: join(assets, '..'),
    define: { BUILD: JSON.stringify(Date.now().toString(36)) },
  })
  const size = gzipSync(await readFile(join(assets, 'islands.js'))).length
  if (size > most) throw new Error(`The islands weigh ${size} bytes, more than ${most}.`)
  return size
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`islands: ${await buildIslands()} bytes`)

import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
export const assets = join(here, '../../public/assets')
/** Bytes after gzip: LOOK and PERFORMANCE promise pages without a framework's weight. */
const most = 12 * 1024

/** Bundles the islands, and the few lines that run before the first paint, into `public/assets`. */
export async function buildIslands() {
  await build({
    entryPoints: [join(here, 'islands.ts'), join(here, 'first.ts'), join(here, 'preview.ts')],
    outdir: assets,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  })
  const size = gzipSync(await readFile(join(assets, 'islands.js'))).length
  if (size > most) throw new Error(`The islands weigh ${size} bytes, more than ${most}.`)
  return size
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`islands: ${await buildIslands()} bytes`)

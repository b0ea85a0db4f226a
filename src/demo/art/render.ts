import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import sharp from 'sharp'

import { goodsJobs, type Job, productJobs, shopJobs } from './jobs'
import { readManifest, writeManifest } from './manifest'
import { etch, type Plate, print } from './paint'
import { pictureFolder } from './pictures'

/**
 * Draws the shop's pictures: `npm run art` renders what is missing or stale.
 * `--only derby/cognac-cap` (any start of type/way-view) and `--view side` narrow it, `--force` renders even what is fresh,
 * `--scale 0.25` drafts into a temporary folder and leaves the masters alone.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    view: { type: 'string' },
    scale: { type: 'string' },
    force: { type: 'boolean' },
  },
})
const share = Number(values.scale ?? 1)
const folder = share === 1 ? '.' : join(tmpdir(), 'molini-art')
const manifest = share === 1 ? readManifest() : {}

const isWanted = ({ file, view }: Job): boolean =>
  (!values.view || values.view === view) &&
  (!values.only || values.only.some((start) => file.startsWith(`${pictureFolder}/${start}`)))
const isFresh = ({ file, stamp }: Job): boolean => manifest[file] === stamp && existsSync(join(folder, file))

async function render(jobs: readonly Job[]): Promise<void> {
  let plate: { key: string; etched: Plate } | undefined
  for (const job of jobs) {
    const started = Date.now()
    if (plate?.key !== job.plate) {
      plate = {
        key: job.plate,
        etched: await etch(job.frame, job.lies, job.draw),
      }
    }
    const target = join(folder, job.file)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, await print(plate.etched, job.way, job.finish))
    if (share === 1) writeManifest(Object.assign(manifest, { [job.file]: job.stamp }))
    process.stdout.write(`${target} ${Date.now() - started} ms\n`)
  }
}

// One core is enough: the pictures are drawn while other work goes on.
sharp.concurrency(1)
await render(
  [...productJobs(share), ...shopJobs(share), ...goodsJobs(share)].filter(
    (job) => isWanted(job) && (values.force || !isFresh(job)),
  ),
)

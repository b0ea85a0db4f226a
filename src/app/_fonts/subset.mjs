import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { letters } from './letters.mjs'

/**
 * `npm run fonts`: the letters of the shop's three languages, in the weights that it uses, cut out of the two faces.
 * They are what a first visit waits for; every other letter comes from the whole faces when a page has one.
 */
const cuts = [
  { name: 'text', family: 'hanken-grotesk', axes: { wght: { min: 400, max: 600 } } },
  { name: 'display', family: 'brygada-1918', axes: { wght: 400 } },
]

/** Spacing, joined letters and figures of one width: fractions and the like bring glyphs that no page shows. */
const features = ['kern', 'liga', 'tnum']

const whole = (family) =>
  join(
    dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${family}/package.json`)),
    `files/${family}-latin-wght-normal.woff2`,
  )

for (const { name, family, axes } of cuts) {
  const cut = await subsetFont(await readFile(whole(family)), letters, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: features,
    noHinting: true,
  })
  await writeFile(join(import.meta.dirname, `${name}.woff2`), cut)
  console.log(`${name}: ${cut.length} bytes`)
}

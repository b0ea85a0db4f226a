import { dressStitch, stitch } from '../craft'
import type { Frame } from '../field'
import { coat, darken, flatLayer, raise } from '../layer'
import { stroked } from '../marks'
import { points } from '../points'
import { type Scene, put } from '../scene'
import { lasts, upperLayer } from './body'
import { buckle } from './sandal-buckle'

/** The strap round the heel: its far half first, then the near one with a buckle. */
export async function sling(scene: Scene, frame: Frame, isNear: boolean): Promise<void> {
  if (!isNear) {
    const layer = await flatLayer(frame, stroked(points('160,82 190,88 226,93 262,96 290,94 297,89'), 8))
    coat(layer, 'lining')
    raise(layer, layer.mask, 1.6, 0.6)
    darken(layer, layer.mask, 0.4)
    put(scene, layer, -22)
    return
  }
  const band = await upperLayer(
    frame,
    '140,64c 158,72 184,77.6 214,81.6 244,85 272,88 290,92 298,94.6 302.4,91 302.6,83 297,79 288,78 262,76 232,73 204,69 176,63 150,55c',
    lasts.derby,
    { part: 'strap', peak: 48 },
  )
  raise(band, band.mask, 2.2, 0.6)
  await stitch(
    band,
    points('146,64.4 160,70 185,75.2 214.6,79.2 244.6,82.6 272.6,85.6 291,89.6'),
    dressStitch,
  )
  await stitch(
    band,
    points('152,58 176.6,65.6 203.6,71.4 231.6,75.4 261.6,78.4 288,80.6 298,82.6'),
    dressStitch,
  )
  put(scene, band, 2, { dark: 0.5, blur: 1.5, dx: 1, dy: -1.2 })
  await buckle(scene, frame, { x: 206, y: 75, turn: -0.14 }, 0.78)
}

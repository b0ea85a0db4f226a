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
    const layer = await flatLayer(frame, stroked(points('160,72 190,75.6 226,77 262,77 290,75 297,71'), 8))
    coat(layer, 'lining')
    raise(layer, layer.mask, 1.6, 0.6)
    darken(layer, layer.mask, 0.4)
    put(scene, layer, -22)
    return
  }
  const band = await upperLayer(
    frame,
    '140,62c 158,66.4 184,68.6 214,69.6 244,70 272,70.6 290,72.2 298,74 302.4,71 302.6,63 297,59.4 288,58.4 262,57.6 232,57.2 204,56.4 176,54.6 150,50c',
    lasts.derby,
    { part: 'strap', peak: 48 },
  )
  raise(band, band.mask, 2.2, 0.6)
  await stitch(
    band,
    points('147,61.6 160,64 185,66.2 214.6,67.2 244.6,67.6 272.6,68.2 291,69.8'),
    dressStitch,
  )
  await stitch(band, points('153,53.4 176.6,57 203.6,58.8 231.6,59.6 261.6,60 288,60.8 298,62'), dressStitch)
  put(scene, band, 2, { dark: 0.5, blur: 1.5, dx: 1, dy: -1.2 })
  await buckle(scene, frame, { x: 210, y: 63.2, turn: -0.03 }, 0.78)
}

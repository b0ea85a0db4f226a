import { dressStitch, stitch } from '../craft'
import { type Frame, at } from '../field'
import { coat, darken, eachPixel, flatLayer, raise } from '../layer'
import { filled, stroked } from '../marks'
import { noise } from '../noise'
import { points } from '../points'
import { type Scene, put } from '../scene'
import { lasts, upperLayer } from './body'
import { buckle } from './sandal-buckle'

/** What shows between the bands of a cage: the far lining in shadow, and the strip along the instep edge-on. */
export async function cageInside(scene: Scene, frame: Frame): Promise<void> {
  const inside =
    '24,14 28,28 44,39 62,45.6 80,51.4 98,58 116,66 134,75 150,84 164,88 186,78 220,70 290,74 290,30 200,16'
  const layer = await flatLayer(frame, filled(points(inside)))
  coat(layer, 'lining')
  eachPixel(layer, (i, x, y) => {
    layer.light[i] = at(layer.light, i) * (0.16 + 0.0035 * y) * (0.94 + 0.06 * noise(x * 0.09, y * 0.1))
  })
  put(scene, layer, -20)
  const spine = await flatLayer(
    frame,
    stroked(points('30,33 46,41.6 64,47.6 82,53.4 100,60.4 118,68.6 136,77.8 152,86.4'), 4.6, {
      round: true,
    }),
  )
  coat(spine, 'strap')
  raise(spine, spine.mask, 2.6, 0.9)
  put(scene, spine, -6, { dark: 0.4, blur: 1, dx: 0.6, dy: -0.8 })
}

/** The closed back of a fisherman's sandal and its ankle strap, which buckles on the lateral side. */
export async function cageBack(scene: Scene, frame: Frame): Promise<void> {
  const far = await flatLayer(frame, stroked(points('160,92 176,86 192,84 206,78'), 9, { round: true }))
  coat(far, 'lining')
  darken(far, far.mask, 0.45)
  put(scene, far, -18)
  const quarter = await upperLayer(
    frame,
    '170,18c 172,32 178,45 190,55 206,62 230,66.6 256,71 280,76 294,79.6 299,77.6 302,64 302.4,44 300,22c 240,14',
    lasts.loafer,
    { part: 'quarter', peak: 50 },
  )
  await stitch(
    quarter,
    points('173,20 175,31.4 180.6,43 192,52.4 207,59 231,63.6 257,68 280.6,73 298,77'),
    dressStitch,
  )
  await stitch(quarter, points('291,80 290,60 286.4,40 282,18'), dressStitch)
  put(scene, quarter, 4, { dark: 0.5, blur: 1.5, dx: 1, dy: -1 })
  const ankle = await upperLayer(
    frame,
    '148,84c 153,91 160,95.6 167,95.4 180,88 196,79 210,69.6 214,60c 204,56c 196,66 182,75 166,82 157,83.6 152,81c',
    lasts.derby,
    { part: 'strap', peak: 50 },
  )
  raise(ankle, ankle.mask, 2, 0.6)
  await stitch(ankle, points('153,86.6 160,91.8 166.6,92 179,85 195,76 208,66.6'), dressStitch)
  put(scene, ankle, 7, { dark: 0.55, blur: 1.4, dx: 1, dy: -1.1 })
  await buckle(scene, frame, { x: 196, y: 71.4, turn: 0.52 }, 0.8)
}

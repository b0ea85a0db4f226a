import { dressStitch, onLayer, stitch } from '../craft'
import { type Frame, at } from '../field'
import { coat, darken, eachPixel, flatLayer, raise } from '../layer'
import { filled, polygons, stroked } from '../marks'
import { noise } from '../noise'
import { point, points } from '../points'
import { type Scene, put } from '../scene'
import { lasts, soleLayer, upperLayer } from './body'
import { buckle, buckled } from './sandal-buckle'
import { cageBack, cageInside } from './sandal-cage'
import { sling } from './sandal-sling'
import { type Strap, sandals } from './sandal-straps'

/** Open shoe on a footbed. Models: buckle, slide, cross, fisherman. */
export async function sandalSide(scene: Scene, model: string): Promise<void> {
  const { frame } = scene
  const isCaged = model === 'fisherman'
  const isFlat = model === 'cross' || isCaged
  const straps = sandals[model] ?? []
  if (isCaged) await cageInside(scene, frame)
  for (const { far } of straps) if (far) await farSide(scene, frame, far)
  if (model === 'cross') await sling(scene, frame, false)
  await footbed(scene, frame, isFlat)
  if (model === 'cross') await sling(scene, frame, true)
  for (const strap of straps) await nearSide(scene, frame, strap, isFlat)
  if (isCaged) await cageBack(scene, frame)
  await outsole(scene, frame, isFlat)
}

/** The inner face of the band beyond the foot: darkest low down, a cut edge above. */
async function farSide(scene: Scene, frame: Frame, outline: string): Promise<void> {
  const shape = points(outline)
  const layer = await flatLayer(frame, filled(shape))
  const [low, high] = [Math.min(...shape.map((p) => p.y)), Math.max(...shape.map((p) => p.y))]
  coat(layer, 'lining')
  eachPixel(layer, (i, x, y) => {
    const depth = (high - y) / (high - low)
    layer.light[i] = at(layer.light, i) * (0.78 - 0.5 * depth) * (0.95 + 0.05 * noise(x * 0.09, y * 0.1))
    layer.height[i] = -14 * (1 - depth) ** 2
  })
  const rim = await onLayer(layer, stroked(shape.slice(1, -1), 3.2))
  coat(layer, 'upper', rim, { tint: 0.8 })
  raise(layer, rim, 0.8, 0.4)
  put(scene, layer, -20)
}

async function nearSide(scene: Scene, frame: Frame, strap: Strap, isThin: boolean): Promise<void> {
  const layer = await upperLayer(frame, strap.shape, lasts.sandal, { peak: 44 })
  raise(layer, layer.mask, isThin ? 1.8 : 2.6, isThin ? 0.5 : 0.7)
  for (const row of strap.rows) await stitch(layer, points(row), dressStitch)
  if (strap.buckle) await buckled(layer, strap.buckle)
  put(scene, layer, 6, { dark: 0.55, blur: 1.8, dx: 1.2, dy: -1.2 })
  if (strap.buckle) await buckle(scene, frame, strap.buckle, 1)
}

async function footbed(scene: Scene, frame: Frame, isFlat: boolean): Promise<void> {
  const shape = isFlat
    ? '0,13 2,17.6 10,18.6 40,17.4 100,17.4 160,19.4 220,21 270,22.6 300,24 304,22 303,14 300,9c 200,8 100,7 30,8 6,10'
    : '0,17 2,23 10,24.4 30,21.6 60,20.4 92,22 120,27 150,33 180,34.4 214,31.6 244,30.4 268,33 288,40 299,43.6 304,40 303,28 300,13c 200,10 100,8 30,9 6,12'
  const layer = await soleLayer(frame, points(shape), 'bed', { bevel: 1.4, depth: 2.6 })
  const top = points(shape).slice(1, isFlat ? 10 : 16)
  const sock = await onLayer(layer, stroked(top, isFlat ? 3.4 : 2.8))
  coat(layer, 'sock', sock)
  put(scene, layer, 0, { dark: 0.5, blur: 1.4, dx: 0, dy: 1.5 })
}

async function outsole(scene: Scene, frame: Frame, isFlat: boolean): Promise<void> {
  const shape = isFlat
    ? '-1,10 1,13.4 30,12 100,11.4 200,12.6 280,14.4 303,15.6 305,12 303,4 298,.6 232,0c 226,5 210,6.4 190,5 150,1 100,0 60,.6 24,3.4 6,6.8'
    : '-1,13 1,17.4 30,14.6 100,13.4 200,14.6 280,17.6 303,19.4 305,14 303,5 298,.6 250,0 100,0 60,.6 24,4 6,8.4'
  const layer = await soleLayer(frame, points(shape), 'sole', { bevel: 0.8, depth: 1.6 })
  const teeth = Array.from({ length: 48 }, (_, i) => {
    const x = 4 + i * 6.3
    const top = i < 6 ? 10 - i * 1.4 : 3.4
    return [point(x, -2), point(x + 1.1, -2), point(x + 1.1, top), point(x, top)]
  })
  const cuts = await onLayer(layer, polygons(teeth))
  raise(layer, cuts, -1.2, 0.25)
  darken(layer, cuts, 0.4, 0.1)
  put(scene, layer, 6, { dark: 0.5, blur: 1.2, dx: 0, dy: 1.1 })
}

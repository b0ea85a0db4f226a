import { onLayer, seam, stitch } from '../craft'
import { at, clipped, type Frame } from '../field'
import { coat, darken, eachPixel, flatLayer, type Layer, raise } from '../layer'
import { filled, polygons } from '../marks'
import { type Point, point, points } from '../points'
import { put, type Scene } from '../scene'
import type { Part } from '../colourways/colourway'
import type { Base } from './heel-forms'
import { type Stand, whole } from './stand'

const under = { dark: 0.5, blur: 1.3, dx: 0, dy: 1.3 }

/** A body as deep as half a cylinder: its sides turn away. */
async function rounded(frame: Frame, half: string, part: Part, stand: Stand): Promise<Layer> {
  const outline = stand(whole(points(half)))
  const layer = await flatLayer(frame, filled(outline))
  const xs = outline.map((p) => p.x)
  const middle = (Math.max(...xs) + Math.min(...xs)) / 2
  const reach = (Math.max(...xs) - Math.min(...xs)) / 2 + 1
  coat(layer, part)
  eachPixel(layer, (i, x) => {
    layer.height[i] = at(layer.height, i) + 30 * Math.sqrt(Math.max(0, 1 - ((x - middle) / reach) ** 2))
  })
  raise(layer, layer.mask, 2.6, 0.9)
  return layer
}

const level = (y: number): Point[] => points(`-60,${y} -20,${y} 20,${y} 60,${y}`)

async function below(layer: Layer, y: number, stand: Stand): ReturnType<typeof onLayer> {
  return onLayer(layer, polygons([stand([point(-70, -5), point(70, -5), point(70, y), point(-70, y)])]))
}

/** What the shoe stands on, seen from behind. */
export async function base(scene: Scene, kind: Base, stand: Stand): Promise<void> {
  const { frame } = scene
  if (kind === 'block' || kind === 'low') return block(scene, kind === 'low' ? 8.6 : 20, stand)
  if (kind === 'lug' || kind === 'hiking') return lugged(scene, kind === 'hiking', stand)
  if (kind === 'foam') return foam(scene, stand)
  const half =
    kind === 'wedge' ? '38,0.4 40.4,4 41,20 40.4,35 38,37.6' : '37.4,0.4 39,3 39.4,16 38.8,30 36.4,32.6'
  const layer = await rounded(frame, half, 'sole', stand)
  if (kind === 'wedge') {
    const welt = await onLayer(
      layer,
      polygons([stand([point(-70, 31), point(70, 31), point(70, 60), point(-70, 60)])]),
    )
    coat(layer, 'mid', welt)
    await seam(layer, stand(level(31)), 0.6, 0.8, 0.45)
    await stitch(layer, stand(level(34)), { width: 0.75, dash: '2.4 1.1', part: 'soleThread' })
  } else {
    await stitch(layer, stand(level(29.2)), { width: 0.8, dash: '3 0.9', part: 'soleThread' })
    await badge(layer, stand)
  }
  await seam(layer, stand(level(3.6)), 0.5, 0.5, 0.35)
  put(scene, layer, 6, under)
}

/** A small plate set into the back of the cup sole. */
async function badge(layer: Layer, stand: Stand): Promise<void> {
  const where = await onLayer(layer, filled(stand(points('-15,10c 15,10c 15,22c -15,22c'))))
  raise(layer, where, 0.6, 0.25)
  const line = await onLayer(layer, filled(stand(points('-12.4,12.6c 12.4,12.6c 12.4,19.4c -12.4,19.4c'))))
  raise(layer, line, -0.5, 0.2)
  darken(layer, line, 0.1)
}

async function block(scene: Scene, high: number, stand: Stand): Promise<void> {
  const seat = await rounded(
    scene.frame,
    `34,${high - 1} 34.6,${high + 2.6} 34,${high + 6.4} 31,${high + 7.4}`,
    'sole',
    stand,
  )
  if (high > 10) {
    const welt = await onLayer(
      seat,
      polygons([stand([point(-70, high + 3.4), point(70, high + 3.4), point(70, 60), point(-70, 60)])]),
    )
    coat(seat, 'welt', welt)
    await seam(seat, stand(level(high + 3.4)), 0.5, 0.6, 0.5)
  }
  const heel = await rounded(scene.frame, `30.6,0.4c 31,2 31.8,${high * 0.5} 32.8,${high}c`, 'heel', stand)
  coat(heel, 'toplift', await below(heel, high > 10 ? 4.4 : 3.2, stand))
  await seam(heel, stand(level(high > 10 ? 4.5 : 3.3)), 0.4, 0.5, 0.4)
  put(scene, heel, 6, under)
  put(scene, seat, 7, under)
}

async function lugged(scene: Scene, isHiking: boolean, stand: Stand): Promise<void> {
  const half = isHiking ? '41,0.4 42.4,4 43,20 42.6,34 40,38' : '34.6,0.4 35.4,4 35.4,24 35,36 32,37.6'
  const layer = await rounded(scene.frame, half, isHiking ? 'mid' : 'sole', stand)
  const rubber = await below(layer, isHiking ? 18 : 11, stand)
  if (isHiking) coat(layer, 'outsole', rubber)
  raise(layer, rubber, 1.4, 0.35)
  const notches = [-30, -10, 10, 30].map((x) =>
    stand([point(x - 4, -3), point(x + 4, -3), point(x + 2.6, 9), point(x - 2.6, 9)]),
  )
  const cuts = clipped(await onLayer(layer, polygons(notches)), rubber)
  raise(layer, cuts, -3.2, 0.4)
  darken(layer, cuts, 0.62, 0.3)
  if (!isHiking) {
    const welt = await onLayer(
      layer,
      polygons([stand([point(-70, 31), point(70, 31), point(70, 60), point(-70, 60)])]),
    )
    coat(layer, 'welt', welt)
    await seam(layer, stand(level(31)), 0.6, 0.8, 0.5)
    await stitch(layer, stand(level(34)), { width: 0.8, dash: '2.6 1.2', part: 'soleThread' })
  }
  put(scene, layer, 6, under)
}

async function foam(scene: Scene, stand: Stand): Promise<void> {
  const layer = await rounded(
    scene.frame,
    '40,0.6 43,5 44,18 42.6,36 40.6,50 37,57 26,58.6 10,54 4,53',
    'mid',
    stand,
  )
  const rubber = await below(layer, 6.4, stand)
  coat(layer, 'outsole', rubber)
  raise(layer, rubber, 0.8, 0.3)
  await seam(layer, stand(points('-60,30 -30,27 0,26 30,27 60,30')), 1, 1.2, 0.28)
  const notches = [-33, -20, -7, 7, 20, 33].map((x) =>
    stand([point(x - 0.8, -3), point(x + 0.8, -3), point(x + 0.8, 6.4), point(x - 0.8, 6.4)]),
  )
  const cuts = await onLayer(layer, polygons(notches))
  raise(layer, cuts, -1.4, 0.25)
  darken(layer, cuts, 0.5, 0.1)
  put(scene, layer, 6, under)
}

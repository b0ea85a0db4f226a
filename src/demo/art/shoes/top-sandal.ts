import { dressStitch, holes, onLayer, stitch } from '../craft'
import { clipped, type Patch } from '../field'
import { inflated } from '../inflate'
import { coat, darken, flatLayer, type Layer, layerOf, raise } from '../layer'
import { filled, joined, stroked } from '../marks'
import { type Point, point } from '../points'
import { raster } from '../raster'
import { put } from '../scene'
import { laid, planOf } from './plan'
import { on, rim, type Top } from './top-parts'

/** Footbed from above with its straps across. Models: buckle, slide, cross, fisherman. */
export async function sandalTop(top: Top): Promise<void> {
  const { model } = top
  await rim(top, 'sole', 1.4)
  await footbed(top, model === 'buckle' || model === 'slide')
  if (model === 'buckle') {
    await band(
      top,
      '60,-62c 68,-30 82,-12 88,4 80,22 66,40 62,62c 118,62c 124,36 124,10 122,-14 122,-38 126,-62c',
      36,
    )
    await band(
      top,
      '138,-62c 144,-34 154,-14 158,4 152,20 146,38 142,62c 196,62c 196,34 196,10 196,-14 198,-36 202,-62c',
      44,
    )
    await buckled(top, 97, -26)
    await buckled(top, 170, -24)
  }
  if (model === 'slide')
    await band(
      top,
      '62,-62c 78,-34 98,-14 104,4 96,22 80,40 66,62c 168,62c 174,34 176,10 175,-14 176,-36 180,-62c',
      44,
    )
  if (model === 'cross') {
    await band(top, '132,-62c 124,-30 108,0 92,26 72,62c 104,62c 122,34 140,4 154,-26 164,-62c', 36)
    await band(top, '84,-62c 96,-28 116,2 138,28 158,62c 190,62c 172,30 148,0 128,-28 114,-62c', 44)
    await sling(top)
  }
  if (model === 'fisherman') await cage(top)
}

async function footbed(top: Top, isCork: boolean): Promise<void> {
  const outline = laid(top.place, planOf(top.form, -1.2))
  const mask = await raster(top.frame, filled(outline))
  const layer = layerOf(top.frame, mask, await inflated(top.frame, mask, outline, 5))
  coat(layer, isCork ? 'bed' : 'sock')
  raise(layer, mask, 3, 1)
  const inner = await onLayer(layer, filled(laid(top.place, planOf(top.form, isCork ? -4.4 : -3))))
  coat(layer, 'sock', inner)
  raise(layer, inner, -1.2, isCork ? 1.6 : 0.8)
  darken(layer, inner, 0.08)
  if (isCork) {
    for (const [text, mm, soft] of [
      ['262,0 254,20 236,24 222,14 218,0 222,-16 236,-26 254,-20', -3, 6],
      ['20,0 24,26 44,36 58,30 60,4 56,-26 40,-32 24,-20', -2, 5],
      ['130,0 140,20 170,22 190,12 180,-8 150,-14', 2.4, 7],
    ] as const) {
      raise(layer, await onLayer(layer, filled(on(top, text))), mm, soft)
    }
  } else await stitch(layer, laid(top.place, planOf(top.form, -4.6)), { ...dressStitch, closed: true })
  const m = (dx: number, dy: number): Point => point(250 + dy * 0.8, dx * 0.8, true)
  const mark = await onLayer(
    layer,
    stroked(laid(top.place, [m(-9, -7), m(-9, 7), m(0, -3), m(9, 7), m(9, -7)]), 1.6),
  )
  raise(layer, mark, -0.4, 0.2)
  darken(layer, mark, 0.4, 0.1)
  put(top.scene, layer, 0, { dark: 0.5, blur: 1.3, dx: 0.3, dy: -0.3 })
}

/** A strap cut to the footbed's width and a little more, bowed over the foot. */
async function band(top: Top, text: string, peak: number): Promise<Layer> {
  const shape = await raster(top.frame, filled(on(top, text)))
  const outline = laid(top.place, planOf(top.form, 2))
  const body = await raster(top.frame, filled(outline))
  const mask: Patch = clipped(shape, body)
  const layer = layerOf(top.frame, mask, await inflated(top.frame, mask, outline, peak))
  coat(layer, 'upper')
  raise(layer, mask, 2.4, 0.7)
  const edges = on(top, text)
  const half = edges.length / 2
  for (const edge of [edges.slice(1, half - 1), edges.slice(half + 1, -1)]) {
    const inset = edge.map((p) => ({ ...p, x: p.x + (meanX(edge) < meanX(edges) ? 2.6 : -2.6) }))
    await stitch(layer, inset, dressStitch)
  }
  put(top.scene, layer, 12, { dark: 0.55, blur: 3, dx: 2, dy: -2.4 })
  return layer
}

const meanX = (line: readonly Point[]): number => line.reduce((sum, p) => sum + p.x, 0) / line.length

async function buckled(top: Top, x: number, y: number): Promise<void> {
  const tail = await flatLayer(
    top.frame,
    filled(
      on(
        top,
        `${x - 6},${y + 42} ${x - 6.4},${y - 8} ${x - 4.4},${y - 14} ${x},${y - 16} ${x + 4.4},${y - 14} ${x + 6.4},${y - 8} ${x + 6},${y + 42} ${x},${y + 45}`,
      ),
    ),
  )
  coat(tail, 'strap')
  raise(tail, tail.mask, 2.6, 0.8)
  await holes(
    tail,
    laid(
      top.place,
      [-10, 11, 19, 27].map((dy) => point(x, y + dy)),
    ),
    0.95,
  )
  put(top.scene, tail, 52, { dark: 0.5, blur: 1.1, dx: 0.8, dy: -0.9 })
  const frame = stroked(
    on(
      top,
      `${x - 10},${y - 5} ${x - 10},${y + 5} ${x - 8.4},${y + 6.6} ${x + 8.4},${y + 6.6} ${x + 10},${y + 5} ${x + 10},${y - 5} ${x + 8.4},${y - 6.6} ${x - 8.4},${y - 6.6}`,
    ),
    2.3,
    { closed: true },
  )
  const pin = stroked(on(top, `${x},${y + 6.4} ${x},${y - 7}`), 1.7, { round: true })
  const layer = await flatLayer(top.frame, joined([frame, pin]))
  coat(layer, 'metal')
  raise(layer, layer.mask, 2.8, 0.5)
  put(top.scene, layer, 56, { dark: 0.6, blur: 0.8, dx: 0.7, dy: -0.8 })
}

async function strip(top: Top, line: readonly Point[], width: number, lift: number): Promise<Layer> {
  const layer = await flatLayer(top.frame, stroked(laid(top.place, line), width, { round: true }))
  coat(layer, 'strap')
  raise(layer, layer.mask, 3.4, 1)
  put(top.scene, layer, lift, { dark: 0.5, blur: 2, dx: 1.4, dy: -1.8 })
  return layer
}

/** The strap round the heel, seen on its edge. */
async function sling(top: Top): Promise<void> {
  const line = on(top, '158,-36 200,-37 250,-37 282,-30 298,-10 297,10 280,29 250,35 200,34 158,33')
  const layer = await flatLayer(top.frame, stroked(line, 4.6, { round: true }))
  coat(layer, 'strap')
  raise(layer, layer.mask, 4, 1)
  put(top.scene, layer, 60, { dark: 0.5, blur: 3, dx: 2.4, dy: -3 })
  const buckle = await flatLayer(
    top.frame,
    stroked(on(top, '204,-40c 216,-40c 216,-33.6c 204,-33.6c'), 1.9, { closed: true }),
  )
  coat(buckle, 'metal')
  raise(buckle, buckle.mask, 2.4, 0.5)
  put(top.scene, buckle, 66, { dark: 0.5, blur: 0.8, dx: 0.6, dy: -0.6 })
}

async function cage(top: Top): Promise<void> {
  const bands = [
    '22,-62c 34,-20 36,0 34,20 22,62c 44,62c 54,20 56,0 54,-20 46,-62c',
    '58,-62c 68,-20 70,0 68,20 58,62c 78,62c 86,20 88,0 86,-20 80,-62c',
    '92,-62c 102,-20 104,0 102,20 92,62c 112,62c 120,20 122,0 120,-20 114,-62c',
    '126,-62c 136,-20 138,0 136,20 126,62c 146,62c 154,20 156,0 154,-20 148,-62c',
  ]
  for (const text of bands) await band(top, text, 38)
  await strip(top, [point(28, 0), point(70, 0), point(110, 0), point(160, 0)], 15, 44)
  await heelCup(top)
  await strip(
    top,
    [point(206, -35), point(186, -26), point(170, -10), point(166, 4), point(172, 20), point(188, 31)],
    10,
    56,
  )
  const frame = stroked(on(top, '190,-37c 201,-31c 196,-22.6c 185,-28.6c'), 2, { closed: true })
  const layer = await flatLayer(top.frame, frame)
  coat(layer, 'metal')
  raise(layer, layer.mask, 2.6, 0.5)
  put(top.scene, layer, 62, { dark: 0.6, blur: 0.8, dx: 0.7, dy: -0.8 })
}

/** The closed back: a wall that stands round the heel. */
async function heelCup(top: Top): Promise<void> {
  const line = on(
    top,
    '168,-40 200,-37 240,-36.6 272,-34 290,-24 298,-6 297,9 286,24 268,32.6 240,33.6 200,33 168,35',
  )
  const layer = await flatLayer(top.frame, stroked(line, 8, { round: true }))
  coat(layer, 'quarter')
  raise(layer, layer.mask, 6, 1.8)
  await stitch(layer, line, dressStitch)
  put(top.scene, layer, 40, { dark: 0.55, blur: 3, dx: 2, dy: -2.4 })
}

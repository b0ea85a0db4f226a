import { onLayer, seam } from '../craft'
import { clipped, type Frame } from '../field'
import { coat, darken, flatLayer, lastedLayer, type Layer, raise } from '../layer'
import { filled, joined, polygons, stroked } from '../marks'
import { noise } from '../noise'
import { point, type Point, points } from '../points'
import { raster } from '../raster'
import { put, type Scene } from '../scene'
import { shaped, turnedLayer } from './solids'

const contact = { dark: 0.5, blur: 1.4, dx: 0.6, dy: -1.4 }

/** Hair with an uneven end: `from` and `to` at the wood, a little wider where it stands. */
async function hair(
  frame: Frame,
  { from, to, top }: { from: number; to: number; top: number },
): Promise<Layer> {
  const teeth: Point[] = []
  for (let x = from - 3; x <= to + 3; x += 0.55)
    teeth.push(point(x, 0.5 + 0.9 * Math.abs(noise(x * 0.9, 3)) + (Math.round(x / 0.55) % 2) * 0.5, true))
  const outline = [point(from, top, true), ...teeth, point(to, top, true)]
  const layer = await flatLayer(frame, polygons([outline]))
  coat(layer, 'elastic')
  shaped(layer, (x, y) => {
    const lean = (x - (from + to) / 2) * (top - y) * 0.0016
    const tuft = noise((x - lean) * 0.5, 7) * 0.8
    const strand = noise((x - lean) * 2.9, y * 0.02) * 0.42
    return 9 + tuft + strand
  })
  for (let x = from + 1.5; x < to; x += 4.1) {
    const drift = noise(x, 1) * 1.4
    await seam(layer, [point(x, top), point(x + drift * 0.5, top * 0.5), point(x + drift, 1)], 0.5, 0.5, 0.34)
  }
  darken(
    layer,
    await onLayer(
      layer,
      filled([
        point(from - 2, top - 4, true),
        point(to + 2, top - 4, true),
        point(to + 2, top + 2, true),
        point(from - 2, top + 2, true),
      ]),
    ),
    0.5,
    2.4,
  )
  return layer
}

/** A long block with a groove for the fingers, on horsehair. */
export async function brush(scene: Scene): Promise<void> {
  const { frame } = scene
  put(scene, await hair(frame, { from: -77, to: 77, top: 37 }), 0)
  const outline = points(
    '-84,34c 84,34c 86.4,40 85,50 77,57.6 52,62.4 0,63.4 -52,62.4 -77,57.6 -85,50 -86.4,40',
  )
  const layer = await lastedLayer(
    frame,
    outline,
    points('-85,20 -87,45 -78,58 -40,64 0,65 40,64 78,58 87,45 85,20 40,10 -40,10'),
    30,
  )
  coat(layer, 'upper')
  raise(
    layer,
    await onLayer(layer, stroked(points('-70,47 -30,49.4 0,50 30,49.4 70,47'), 5, { round: true })),
    -1.8,
    1.6,
  )
  await mark(layer, 0, 40.6)
  put(scene, layer, 0, contact)
}

/** A small block with a waist: brass in the middle, crepe at the end. */
export async function scrub(scene: Scene): Promise<void> {
  const { frame } = scene
  put(scene, await hair(frame, { from: -50, to: 34, top: 27 }), 0)
  const outline = points(
    '-58,25c 62,25c 66,31 66,40 60,46 44,46.6 22,44 0,45.4 -26,49 -50,48.6 -60,42 -61,31',
  )
  const layer = await lastedLayer(
    frame,
    outline,
    points('-60,12 -63,32 -58,45 -30,50 0,46 30,46 58,48 68,36 62,12 20,4 -20,4'),
    26,
  )
  coat(layer, 'upper')
  await mark(layer, -14, 35)
  put(scene, layer, 0, contact)
  const end = await lastedLayer(
    frame,
    points('40,26c 65,26c 68,20 68,8 64,1.4c 42,1.4c 38.6,8 38.6,20'),
    points('36,-10 36,30 68,30 70,10 68,-10'),
    20,
  )
  coat(end, 'tab')
  for (let y = 6; y < 24; y += 4.4)
    await seam(end, [point(38, y), point(53, y + 0.6), point(69, y)], 0.8, 0.7, 0.35)
  put(scene, end, 0, contact)
}

/** The maker's mark, burnt into the wood. */
async function mark(layer: Layer, x: number, y: number): Promise<void> {
  const lines = joined([
    filled([
      point(x - 13, y, true),
      point(x + 13, y, true),
      point(x + 13, y + 1.5, true),
      point(x - 13, y + 1.5, true),
    ]),
    filled([
      point(x - 8, y - 3, true),
      point(x + 8, y - 3, true),
      point(x + 8, y - 2.2, true),
      point(x - 8, y - 2.2, true),
    ]),
  ])
  const where = await onLayer(layer, lines)
  darken(layer, where, 0.55, 0.1)
  raise(layer, where, -0.3, 0.15)
}

/** A shoe tree of wood: the forepart split for the width, a spring, and the heel with its knob. */
export async function tree(scene: Scene): Promise<void> {
  const { frame } = scene
  put(scene, await spring(frame), 20)
  put(scene, await forepart(frame), 0, contact)
  const heel = await lastedLayer(
    frame,
    points('203,12c 202,40 205,72 210,86c 224,92 240,88 248,76 254,58 254,34 248,16 240,8c 220,5'),
    points('196,-20 197,40 203,80 212,96 238,94 254,78 260,44 252,4 240,-22'),
    36,
  )
  coat(heel, 'upper')
  put(scene, heel, 0, contact)
  const knob = await turnedLayer(
    frame,
    '222,86c 238,86c 238,90 236,92 234,94 236.6,99 235,104 230,106 225,104 223.4,99 226,94 224,92 222,90',
  )
  coat(knob, 'metal')
  put(scene, knob, 0, contact)
}

async function forepart(frame: Frame): Promise<Layer> {
  const outline =
    '2,16c 3,24 9,33 20,40 38,46.6 62,54 86,64 104,74 115,80c 122,72 126,56 126,36 123,16 118,6c 90,1.6 60,2 30,4 10,8'
  const last = '0,0 2,28 9,42 24,50 48,58 74,68 98,80 118,96 134,80 136,36 128,-20 90,-26 30,-20'
  const layer = await lastedLayer(frame, points(outline), points(last), 40)
  coat(layer, 'upper')
  await seam(layer, points('0,22 26,27 60,31 96,34 127,36'), 1.3, 1.6, 0.6)
  const vents = joined([
    stroked(points('46,40 60,43 74,46'), 2.4, { round: true }),
    stroked(points('58,48 70,51.4 82,55'), 2.4, { round: true }),
  ])
  const where = clipped(await raster(frame, vents), layer.mask)
  darken(layer, where, 0.62, 0.2)
  raise(layer, where, -2, 0.5)
  await mark(layer, 84, 20)
  return layer
}

async function spring(frame: Frame): Promise<Layer> {
  const rod = stroked(points('112,44 160,50 212,54'), 4.4)
  const turns = stroked(points('126,46 164,50.4 200,53.4'), 10.5, { dash: '2.9 0.9' })
  const layer = await flatLayer(frame, joined([rod, turns]))
  coat(layer, 'metal')
  raise(layer, layer.mask, 2.4, 0.7)
  raise(layer, await onLayer(layer, turns), 3, 0.8)
  darken(layer, await onLayer(layer, stroked(points('126,41.6 164,46 200,49'), 3)), 0.4, 1.2)
  return layer
}

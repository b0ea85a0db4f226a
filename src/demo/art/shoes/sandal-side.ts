import { dressStitch, holes, onLayer, panel, stitch } from '../craft'
import type { Frame } from '../field'
import { at } from '../field'
import { coat, darken, eachPixel, flatLayer, type Layer, raise } from '../layer'
import { filled, joined, polygons, stroked } from '../marks'
import { noise } from '../noise'
import { type Point, point, points } from '../points'
import { put, type Scene } from '../scene'
import { lasts, soleLayer, upperLayer } from './body'

interface Strap {
  /** The outline on this side, rows of stitches, and the far side seen through the opening. */
  readonly shape: string
  readonly rows: readonly string[]
  readonly far: string
  readonly buckle?: { readonly x: number; readonly y: number; readonly turn: number }
}

/** Bands bow over the foot: the top edge runs on level where it turns away over the instep. */
const sandals: Readonly<Record<string, readonly Strap[]>> = {
  buckle: [
    {
      shape:
        '58,17c 62,28 70,40 80,50.6 88,57 95,60.6 106,64.6 119,66.4 122,65c 121.6,52 121.6,36 123,18c 92,12',
      rows: ['61,19 65,28.4 72.4,38.8 82,48.8 90,54.8 96,57.8', '119,63 118.8,52 118.8,36 120,20'],
      far: '82,22 86,44 94,57 104,62.4 115,64 126,62 132,52 136,38 138,22',
      buckle: { x: 97, y: 40, turn: 0.1 },
    },
    {
      shape:
        '138,24c 141,42 147,60 154.6,75 160,82.6 166,86.6 178,90 192,90.6 194.6,89c 194.8,70 197,50 201,30c 168,22',
      rows: ['141,26 144,42 149.8,59 157,73.6 162,80.6', '191.4,87 191.8,70 194,50.4 197.6,32'],
      far: '158,30 160,60 166,78 176,86 188,88.4 199,86 206,74 211,54 214,34',
      buckle: { x: 170, y: 60, turn: 0.16 },
    },
  ],
  slide: [
    {
      shape:
        '60,17c 64,30 73,43 86,54 104,63.6 124,73 142,82 156,87.6 168,90 174,88.6c 173,70 175,48 180,28c 120,16',
      rows: ['63,19 67,29.6 75.6,41.4 87.6,51.4', '171,86.4 170.2,69 172,48.6 176.6,30'],
      far: '100,24 112,52 136,72 160,84 176,87 186,82 192,64 196,44 198,30',
    },
  ],
  cross: [
    {
      shape:
        '136,22c 133,38 127,50 119,60 114,64.6c 107,62.4 98,58 90,52.6c 101,46 108,38 111.4,29 113,17c 124,15',
      rows: ['133,24 130,37 124.4,48.6 116.4,58.6', '116,19 114.4,30 111,39.4 103.6,47.6 96,52.6'],
      far: '100,24 104,46 108,58 114,62 122,58 134,44 142,26',
    },
    {
      shape:
        '76,16c 84,32 99,49 118,64 136,75.6 152,84 164,88.4 172,87.6 173,84c 160,75 145,63 130,48 118,33 109,17c 92,12',
      rows: [
        '79.4,18 87,31 101.4,47.4 119.6,61.6 137.4,73 153,81.2',
        '105.8,18 115.4,33.6 127.6,49.6 143,64.8 158,76.4',
      ],
      far: '140,56 152,72 164,82 174,86.4 181,83 182,76 172,64 160,50',
    },
  ],
  fisherman: [
    {
      shape: '22,14c 24,24 29,32 38,38.4 45,42 50,43.4 53,41c 48,34 45.4,26 45.6,14c 34,10',
      rows: ['25,16 27,23.6 31.6,30.4 40,36.2', '43,16 42.8,26 45.2,34'],
      far: '',
    },
    {
      shape: '58,14c 59,27 63,38 70,46.6 76,51 82,53 85,50.4c 80,43 77.4,31 78,14c 68,10',
      rows: ['61,16 62,27 65.8,37 72,45', '75.4,16 74.8,31 77.4,43'],
      far: '',
    },
    {
      shape: '92,15c 92,31 95.4,44 102,54.6 108,60.6 114,63 117,60.4c 112.4,51 110,36 111,15c 101,11',
      rows: ['95,17 95,31 98.2,43 104,52.8', '108.4,17 107.4,36 109.8,50.6'],
      far: '',
    },
    {
      shape: '126,17c 126,35 129,51 135.4,64 141,71.4 147,74.6 150.4,72c 146,61 144,43 145.6,19c 135,13',
      rows: ['129,19 129,35 131.8,50 137.6,62.4', '143,20 141.4,43 143.4,60.6'],
      far: '',
    },
  ],
}

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

const turned =
  ({ x, y, turn }: { x: number; y: number; turn: number }, size: number) =>
  (dx: number, dy: number, corner = false): Point =>
    point(
      x + (dx * Math.cos(turn) + dy * Math.sin(turn)) * size,
      y + (dy * Math.cos(turn) - dx * Math.sin(turn)) * size,
      corner,
    )

/** A narrow tongue of the same leather that runs down through the buckle. */
async function buckled(layer: Layer, place: { x: number; y: number; turn: number }): Promise<void> {
  const to = turned(place, 1)
  const tail = [to(-6.4, 30), to(-6.4, -10), to(-5, -15), to(0, -17.4), to(5, -15), to(6.4, -10), to(6.4, 30)]
  await panel(layer, tail, 'strap', { thick: 1.5, edge: 0.7 })
  await stitch(
    layer,
    [to(-4.8, 28), to(-4.8, -9), to(-3.6, -13), to(0, -15.4), to(3.6, -13), to(4.8, -9), to(4.8, 28)],
    { width: 0.42, dash: '1.3 0.55' },
  )
  await holes(
    layer,
    [-11, -5.6, 10.4, 15.8].map((dy) => to(0, dy)),
    0.95,
  )
}

async function buckle(
  scene: Scene,
  frame: Frame,
  place: { x: number; y: number; turn: number },
  size: number,
): Promise<void> {
  const to = turned(place, size)
  const ring = stroked(
    [to(-9, 5.6), to(-7.4, 7), to(7.4, 7), to(9, 5.6), to(9, -5.6), to(7.4, -7), to(-7.4, -7), to(-9, -5.6)],
    2.2,
    { closed: true },
  )
  const pin = stroked([to(0, 7), to(0, -7.6)], 1.7, { round: true })
  const layer = await flatLayer(frame, joined([ring, pin]))
  coat(layer, 'metal')
  raise(layer, layer.mask, 2.8, 0.5)
  put(scene, layer, 52, { dark: 0.6, blur: 0.7, dx: 0.7, dy: -0.8 })
}

/** What shows between the bands of a cage: the far lining in shadow, and the strip along the instep edge-on. */
async function cageInside(scene: Scene, frame: Frame): Promise<void> {
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
async function cageBack(scene: Scene, frame: Frame): Promise<void> {
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

/** The strap round the heel: its far half first, then the near one with a buckle. */
async function sling(scene: Scene, frame: Frame, isNear: boolean): Promise<void> {
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

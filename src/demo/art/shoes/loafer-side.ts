import { dressStitch, onLayer, panel, polish, seam, stitch, wrinkle } from '../craft'
import type { Frame } from '../field'
import { coat, darken, flatLayer, type Layer, raise } from '../layer'
import { filled, joined, stroked } from '../marks'
import { offset, point, points } from '../points'
import { put, type Scene } from '../scene'
import { sampled } from '../spline'
import { insideLayer, lasts, lifted, sewn, upperLayer } from './body'
import { leatherSole, lugLift, lugSole } from './dress-sole'
import { puffLayer, strandLayer } from './laces'

/** Slip-on with a raised apron. Models: penny, bit, tassel, lug, plain. */
export async function loaferSide(scene: Scene, model: string): Promise<void> {
  const onLugs = model === 'lug'
  const frame = onLugs ? lifted(scene.frame, lugLift) : scene.frame
  const inside = points('152,88 162,88.6 182,85.6 212,85.4 246,90 272,98 290,103 296,98 290,76 220,64 140,70')
  put(
    scene,
    await insideLayer(frame, inside, {
      rim: points('154,88 163,87 182,84 212,83.8 246,88.4 272,96.4 291,101.4'),
    }),
    -10,
  )
  put(scene, await upper(frame, model), 0, { dark: 0.6, blur: 1.5, dx: 1, dy: -1.2 })
  if (model === 'bit') await snaffle(scene, frame)
  if (model === 'tassel') await tassels(scene, frame)
  if (onLugs) await lugSole(scene, scene.frame, -0.6)
  else await leatherSole(scene, frame, -0.6, false)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const outline =
    '3,13c 4,21 8,29.5 18,37 35,42.5 57,47.5 80,54 102,64 120,75.5 133,85.5 142,92 150,94 155,90c 164,83 182,78.5 206,78 232,81.5 258,88 280,95 293,98.5 298,96 301,84 303,68 303,50 301.5,36 300,27c 200,18 90,4'
  const layer = await upperLayer(frame, outline, lasts.loafer)
  polish(layer, { x: 6, y: 18 }, 58, 42)
  polish(layer, { x: 302, y: 36 }, 46, 60, 0.7)
  await apron(layer)
  if (model !== 'plain') await saddle(layer, model)
  else await venetian(layer)
  await topline(layer)
  const backstay = '286,104c 285,84 282,62 276,42 270,24c 310,20c 310,106c'
  await sewn(layer, backstay, 'quarter', ['288,96 286.8,84 283.8,62 277.8,42 272,26'], {
    stitching: dressStitch,
    thick: 0.9,
  })
  await wrinkle(layer, points('92,44 96,32 102,22'), 2.2, 0.35)
  return layer
}

/** The moccasin seam: a ridge with pleats, running round the toe. */
async function apron(layer: Layer): Promise<void> {
  const line = points('20,38.6 24,33.6 36,32.6 56,36.4 78,43 96,51 108,58')
  const inner = await onLayer(
    layer,
    filled([
      ...line.map((p, i) => ({ ...p, corner: i === 0 || i === 6 })),
      ...points('118,90c 60,70c 10,60c'),
    ]),
  )
  raise(layer, inner, -1, 0.5)
  const ridge = await onLayer(layer, stroked(line, 2, { round: true }))
  raise(layer, ridge, 1.7, 0.5)
  const pleats = await onLayer(layer, stroked(offset(line, -0.2), 3, { dash: '0.55 1.75' }))
  raise(layer, pleats, -0.5, 0.2)
  darken(layer, pleats, 0.3, 0.1)
  await seam(layer, offset(line, 1.5), 0.5, 0.5, 0.5)
  await seam(layer, offset(line, -1.6), 0.5, 0.35, 0.35)
}

async function saddle(layer: Layer, model: string): Promise<void> {
  const isSlim = model === 'bit' || model === 'tassel'
  const shape = isSlim
    ? '104,64c 116,74 132,86c 143,93c 148,82 153,66 157,48 162,30 166,10c 150,6c 146,22 140,40 130,54 116,62'
    : '94,62c 110,72 128,84c 141,93c 146,84 152,66 156,48 161,30 166,10c 134,4c 129,20 121,38 110,52'
  await panel(layer, points(shape), 'quarter', { thick: 1.6, edge: 0.8, bevel: 0.4 })
  const front = isSlim
    ? '152,8 148,23 142.2,41.4 132,55.8 118,64 107,65.4'
    : '136,6 131,20 123,38 112,52 99,61'
  await stitch(layer, offset(sampled(points(front), false), -0.2), dressStitch)
  await stitch(layer, points('164,12 159,30 154,48 150,65 144.4,82 141,88'), dressStitch)
  if (model === 'penny' || model === 'lug') await slot(layer)
}

async function slot(layer: Layer): Promise<void> {
  const lens = points('110,63.4 114.4,63.4 121,68 128.6,74.6 131.6,79 127.6,78 120,72.6 112.6,67.4')
  const where = await onLayer(layer, filled(lens))
  coat(layer, 'slot', where)
  darken(layer, where, 0.45, 0.3)
  raise(layer, where, -1.3, 0.35)
  await stitch(layer, offset([...lens, ...lens.slice(0, 1)], -1.5), { width: 0.45, dash: '1.3 0.55' })
}

/** Nothing across the instep: a quarter seam and a small elastic gore below the topline. */
async function venetian(layer: Layer): Promise<void> {
  await sewn(
    layer,
    '138,92c 140,78 146,60 152,40 158,12c 330,8c 330,110c',
    'quarter',
    ['141,88 142.6,78 148.4,60.4 154.2,40.6 160,14'],
    {
      stitching: dressStitch,
      thick: 0.9,
      edge: 0.6,
    },
  )
}

async function topline(layer: Layer): Promise<void> {
  await stitch(layer, points('155,87 165,80 183,75.6 206,75 232,78.4 258,85 280,92 297,96'), dressStitch)
  const edge = await onLayer(
    layer,
    stroked(points('152,93 157,88.6 165,83 182,78.8 206,78.3 232,81.8 258,88.3 280,95.2 296,98.6'), 2),
  )
  raise(layer, edge, 0.9, 0.5)
}

/** Two linked rings and a bar, seen at a slant across the instep. */
async function snaffle(scene: Scene, frame: Frame): Promise<void> {
  const bar = stroked(points('110.6,70.6 116.4,67.4 122,63.4 126,60.4'), 2.6, { round: true })
  const ring = stroked(
    points('121.4,67.2 126.4,67.8 130.6,63.6 132.2,57.4 130.4,52.4 126,52 121.8,56 119.6,62'),
    2.3,
    { closed: true, round: true },
  )
  const link = stroked(points('129.4,55.4 133.4,51.6 137,49'), 2.6, { round: true })
  const plate = filled(points('132.6,55.4c 130.8,50.4c 138.6,42.6 142,42 143.4,44.6 141.4,48.6'))
  const layer = await flatLayer(frame, joined([bar, ring, link]))
  coat(layer, 'metal')
  raise(layer, layer.mask, 3, 0.55)
  const strap = await flatLayer(frame, plate)
  coat(strap, 'strap')
  raise(strap, strap.mask, 2, 0.6)
  put(scene, strap, 49, { dark: 0.5, blur: 0.8, dx: 0.7, dy: -0.8 })
  put(scene, layer, 51, { dark: 0.6, blur: 0.8, dx: 0.8, dy: -0.9 })
}

/** A cord along the topline and two fringed tassels on the vamp. */
async function tassels(scene: Scene, frame: Frame): Promise<void> {
  const cord = { width: 2.2, thick: 2.6, bevel: 0.5 }
  await strandLayer(scene, frame, points('143,90 138,82 130,72 121,65'), cord, 50)
  await tassel(scene, frame, 117, 62, -0.42)
  await tassel(scene, frame, 127, 65, 0.1)
}

async function tassel(scene: Scene, frame: Frame, x: number, y: number, lean: number): Promise<void> {
  const at = (along: number, across: number): { x: number; y: number } => ({
    x: x + along * lean + across * Math.cos(lean),
    y: y - along * Math.cos(lean) + across * lean,
  })
  const skirt = [at(4, -2.6), at(10, -4.2), at(20, -5.8), at(20.6, 0), at(20, 5.8), at(10, 4.2), at(4, 2.6)]
  const layer = await flatLayer(frame, filled(skirt.map((p, i) => point(p.x, p.y, i === 2 || i === 4))))
  coat(layer, 'strap')
  raise(layer, layer.mask, 3.4, 1.2)
  for (let i = -4; i <= 4; i++)
    await seam(
      layer,
      [at(4, i * 0.55), at(22, i * 1.25)].map((p) => point(p.x, p.y)),
      0.35,
      0.5,
      0.45,
    )
  put(scene, layer, 51, { dark: 0.5, blur: 1, dx: 0.8, dy: -1 })
  const knot = [at(-1, -2.2), at(2.4, -3.4), at(5.4, -2.8), at(6, 0), at(5.4, 2.8), at(2.4, 3.4), at(-1, 2.2)]
  await puffLayer(
    scene,
    frame,
    knot.map((p) => point(p.x, p.y)),
    'strap',
    53,
  )
}

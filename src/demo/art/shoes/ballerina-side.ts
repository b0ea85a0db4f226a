import { dressStitch, onLayer, panel, polish, seam, stitch, wrinkle } from '../craft'
import type { Frame } from '../field'
import { coat, darken, flatLayer, type Layer, raise } from '../layer'
import { joined, polygons, stroked } from '../marks'
import { offset, point, points } from '../points'
import { put, type Scene } from '../scene'
import { sampled } from '../spline'
import { insideLayer, lasts, soleLayer, upperLayer } from './body'
import { puffLayer } from './laces'

const topline = points(
  '70,46.4 80,44.6 91,37.6 110,34.8 134,37.4 164,44.4 200,53 240,63.4 270,72.9 288,78.8 298,79',
)

/** Low flat shoe with a bound topline. Models: bow, cap, strap, plain. */
export async function ballerinaSide(scene: Scene, model: string): Promise<void> {
  const { frame } = scene
  const inside = points(
    '74,46 84,46 110,42 150,48 200,58.5 246,70 276,80 292,84 298,80 290,50 200,30 100,26 76,34',
  )
  put(
    scene,
    await insideLayer(frame, inside, {
      rim: points('75,46.4 85,45 110,41 150,46.8 200,57.4 246,69 276,79 293,83'),
    }),
    -10,
  )
  if (model === 'strap') await farBar(scene, frame)
  put(scene, await upper(frame, model), 0, { dark: 0.6, blur: 1.4, dx: 1, dy: -1.2 })
  if (model === 'bow' || model === 'cap') await bow(scene, frame)
  if (model === 'strap') await bar(scene, frame)
  await sole(scene, frame)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const outline =
    '3,9c 4,16 8,24 17,31.5 32,37.6 50,42 66,45.6 76,46.8 82,44c 92,37 110,34.4 134,37 164,44 200,52.6 240,63 270,72.5 288,78.4 296,79.6 300,76 302.5,62 303,44 301.5,28 300,16c 200,12 90,4'
  const layer = await upperLayer(frame, outline, lasts.ballerina, { peak: 48 })
  polish(layer, { x: 6, y: 14 }, 50, 34)
  polish(layer, { x: 302, y: 30 }, 40, 46, 0.7)
  if (model === 'cap')
    await panel(layer, points('-6,0c -6,60c 40,62c 40,40 43,24 50,4c'), 'cap', { thick: 0.8, edge: 0.6 })
  if (model === 'plain') await stitch(layer, points('72,43 52,36 30,26 14,12'), dressStitch)
  const edge = await onLayer(layer, stroked(topline, 4.4))
  coat(layer, 'bind', edge, { bump: 0.5 })
  raise(layer, edge, 1.3, 0.6)
  await seam(layer, offset(sampled(topline, false), -2.5), 0.45, 0.4, 0.4)
  await seam(layer, points('232,62 228,44 227,28 230,12'), 0.5, 0.4, 0.4)
  await stitch(layer, points('234.4,60 230.4,44 229.4,28 232.4,14'), { width: 0.45, dash: '1.4 0.6' })
  await seam(layer, points('291,80 290,60 286,40 283,14'), 0.4, 0.35, 0.3)
  for (const line of ['92,34 96,24 103,16', '104,31 107,22 113,15'])
    await wrinkle(layer, points(line), 2.2, 0.35)
  return layer
}

/** Two loops of ribbon, two short ends and a knot. */
async function bow(scene: Scene, frame: Frame): Promise<void> {
  const cord = { width: 2.2, thick: 2, bevel: 0.5 }
  for (const end of ['76,46 70,42 66,37', '77,46 83,41 86,36']) await ribbonEnd(scene, frame, end, cord)
  await puffLayer(scene, frame, points('76,46 67,52 57,53.4 53.4,49.6 59,46 70,45'), 'bow', 50)
  await puffLayer(scene, frame, points('76,46 83,53 91,56.4 96,52.4 92.4,47.4 82,44.8'), 'bow', 50)
  await puffLayer(scene, frame, points('73,43 72.6,49 77.6,50 80,46 78,42.4'), 'bow', 54)
}

async function ribbonEnd(
  scene: Scene,
  frame: Frame,
  line: string,
  { width, thick, bevel }: { width: number; thick: number; bevel: number },
): Promise<void> {
  const layer = await flatLayer(frame, stroked(points(line), width))
  coat(layer, 'bow')
  raise(layer, layer.mask, thick, bevel)
  put(scene, layer, 47, { dark: 0.4, blur: 0.8, dx: 0.6, dy: -0.8 })
}

/** The inner face of the bar where it comes down beyond the foot. */
async function farBar(scene: Scene, frame: Frame): Promise<void> {
  const layer = await flatLayer(
    frame,
    stroked(points('152,66 160,71 167,66 172,56 175,42'), 9, { round: true }),
  )
  coat(layer, 'lining')
  raise(layer, layer.mask, 1.6, 0.7)
  darken(layer, layer.mask, 0.4)
  put(scene, layer, -8)
}

/** The bar of a Mary Jane: over the instep, with a small buckle on the lateral side. */
async function bar(scene: Scene, frame: Frame): Promise<void> {
  const strap = await upperLayer(
    frame,
    '139,33c 140,46 143.4,58 149.4,67.6 155.4,73 162,74.4 164,72c 158.6,66 154,57 152.4,46 152.6,33c',
    lasts.ballerina,
    { part: 'bind', peak: 50 },
  )
  raise(strap, strap.mask, 2, 0.5)
  await stitch(strap, points('141.4,36 142.4,47 145.8,58 151.4,66.4 157,71'), dressStitch)
  await stitch(strap, points('150.6,36 150.4,47 152.4,58 157,67 161,71.6'), dressStitch)
  put(scene, strap, 6, { dark: 0.55, blur: 1.4, dx: 1, dy: -1 })
  const buckle = await flatLayer(
    frame,
    joined([
      stroked(points('139.6,43c 153.4,43c 153.8,52c 140.6,52c'), 1.9, { closed: true }),
      stroked(points('146.6,43 147,52'), 1.5),
    ]),
  )
  coat(buckle, 'metal')
  raise(buckle, buckle.mask, 2.4, 0.45)
  put(scene, buckle, 54, { dark: 0.6, blur: 0.7, dx: 0.7, dy: -0.8 })
}

async function sole(scene: Scene, frame: Frame): Promise<void> {
  const outline =
    '-1,10 1,7 12,4 36,1 72,0 100,0 126,.6 160,3 200,6.4 228,8 299,8.4c 302,10.6 302.4,13.4 300,16 240,14.6 200,12 160,8.6 120,5.6 80,4.6 40,5.8 14,9 0,13'
  const outsole = await soleLayer(frame, points(outline), 'sole', { bevel: 0.6, depth: 1.2, width: 0.84 })
  put(scene, outsole, 6, { dark: 0.5, blur: 1.1, dx: 0, dy: 1.1 })
  const heel = await soleLayer(
    frame,
    points('228,8.4c 244,9.8 301,10c 299.6,5 298.2,0c 233.6,0c 231.6,4'),
    'heel',
    { bevel: 0.5, depth: 1, width: 0.84 },
  )
  const lift = await onLayer(
    heel,
    polygons([[point(200, -1), point(320, -1), point(320, 3.2), point(200, 3.2)]]),
  )
  coat(heel, 'toplift', lift)
  put(scene, heel, 6)
}

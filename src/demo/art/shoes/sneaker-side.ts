import { eyelets, holes, onLayer, padding, panel, seam, sportStitch, stitch, wrinkle } from '../craft'
import { clipped, type Frame } from '../field'
import { coat, darken, type Layer, raise } from '../layer'
import { filled, polygons, stroked } from '../marks'
import { point, points } from '../points'
import { put, type Scene } from '../scene'
import { insideLayer, lasts, sewn, soleLayer, upperLayer } from './body'
import { flatLace, laceUp, tieBow } from './laces'

const eyes = points('108,70 118.5,76.4 129,83.5 139.5,91 150,98.6 160,106')
const low = points('108,69 118.5,75.4 129,82.5 139.5,90 150,97.6 160,105')

/** Cup-soled low shoe. Models: court, plain, terrace, canvas, panel. */
export async function sneakerSide(scene: Scene, model: string): Promise<void> {
  const { frame } = scene
  const inside = points('166,112 186,108 212,99 242,98 268,104 287,111 294,108 288,80 240,70 190,80')
  put(
    scene,
    await insideLayer(frame, inside, {
      rim: points('168,111 187,106 212,97.4 242,96.4 268,102.4 289,109.4'),
    }),
    -10,
  )
  await tongue(scene, frame)
  put(scene, await upper(frame, model), 0, { dark: 0.55, blur: 1.6, dx: 1, dy: -1.4 })
  const bars = (model === 'canvas' ? low : eyes).map(({ x, y }) => ({
    x,
    y,
    dx: -0.63,
    dy: 0.77,
    length: 11,
  }))
  const lacing = model === 'terrace' || model === 'court' ? flatLace : { ...flatLace, width: 4.4 }
  await laceUp(scene, frame, bars, lacing)
  await tieBow(
    scene,
    frame,
    { knot: { x: 156.5, y: 113 }, size: 0.86 },
    { ...lacing, width: lacing.width * 0.72 },
  )
  put(scene, await sole(frame, model), 6, { dark: 0.5, blur: 1.4, dx: 0, dy: 1.2 })
}

async function tongue(scene: Scene, frame: Frame): Promise<void> {
  const outline = '92,66 98,75 117,88 141,105 155,117 163,125 170,129 178,127.6 182.6,118 176,96 140,76'
  const layer = await upperLayer(frame, outline, lasts.sneaker, { part: 'tongue', peak: 44 })
  raise(layer, layer.mask, 2.4, 1.6)
  await stitch(layer, points('160,115 167,122.3 171.5,125.2 176.4,124.2'))
  put(scene, layer, -2)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const outline =
    '3,24c 5,34 11,43 23,52 45,58.5 72,63.5 96,71.5 118,84 140,99 156,110 164,114c 170,108 184,100 208,93.5 236,93 262,97 282,104 292,107 296.5,104 298,92 298,72 300,50 300,26c 200,22 80,20'
  const layer = await upperLayer(frame, outline, lasts.sneaker, { peak: 48 })
  await vamp(layer, model)
  await quarter(layer)
  await side(layer, model)
  await collar(layer, model)
  for (const line of ['88,64 84,54 88,42', '96,66 91,55 94,40']) await wrinkle(layer, points(line), 1.6, 0.25)
  await eyelets(layer, eyes, 1.35)
  return layer
}

async function vamp(layer: Layer, model: string): Promise<void> {
  if (model === 'court') {
    const rows = [0, 1, 2].flatMap((row) =>
      Array.from({ length: 7 }, (_, i) => ({
        x: 50 + i * 6.2 + row * 1.8,
        y: 51.5 + i * 1.75 - row * 5 + i * i * 0.1,
      })),
    )
    await holes(layer, rows, 0.75)
  }
  if (model === 'terrace' || model === 'panel') await toeOverlay(layer, model)
}

async function toeOverlay(layer: Layer, model: string): Promise<void> {
  const isT = model === 'terrace'
  const shape = isT
    ? '-6,20c -6,60c 62,66c 108,84c 112,78c 100,63 88,53 76,48.6 66,46 64,38 68,30 78,20c'
    : '-6,18c -6,60c 74,68c 70,58 68,46 72,34 80,18c'
  await panel(layer, points(shape), 'overlay', { thick: 1, edge: 0.5 })
  const line = isT
    ? '108.6,77.4 98.4,64.2 87,55 75.4,50.8 63,48 61.6,37.6 66,28.6 74,20'
    : '71.4,66 67.4,57.6 65.6,46 69.6,33.4 77.4,18'
  await stitch(layer, points(line), sportStitch)
  if (!isT) {
    const rows = [0, 1].flatMap((row) =>
      Array.from({ length: 6 }, (_, i) => ({ x: 34 + i * 5.6 + row * 1.4, y: 47.4 + i * 1.3 - row * 5 })),
    )
    await holes(layer, rows, 0.7)
  }
}

async function quarter(layer: Layer): Promise<void> {
  await sewn(
    layer,
    '103,22c 107,34 106,47 100,60 97,66.5 99,72c 120,85 142,101 158,112 166,115c 176,106 190,99 210,94.5 300,110c 310,20c',
    'quarter',
    ['105.4,24 109.2,35 108.2,48 102.5,60 99.8,66.2'],
    { thick: 1.2, edge: 0.5 },
  )
  await sewn(
    layer,
    '97,66c 99,72.5 120,86 142,102 158,113 166,116c 170,107 164,99 150,88 128,72 112,62 103,60',
    'eyestay',
    ['167,107 161.5,99.5 148.5,89.4 127,73.8 112,64 104.5,62.3 100,66'],
    { thick: 1.2, edge: 0.6 },
  )
}

async function side(layer: Layer, model: string): Promise<void> {
  if (model === 'terrace') {
    for (const x of [0, 17]) {
      const shape = `${132 + x},24c ${144 + x},24c ${163 + x},${88 - x * 0.25}c ${153 + x},${91 - x * 0.3}c`
      const rows = [
        `${134 + x},24 ${154.6 + x},${89.6 - x * 0.3}`,
        `${142 + x},24 ${161.2 + x},${87.6 - x * 0.25}`,
      ]
      await sewn(layer, shape, 'band', rows, { stitching: { width: 0.5, dash: '1.6 0.6' }, thick: 1 })
    }
    return
  }
  if (model === 'canvas') await vents(layer)
  await seam(layer, points('214,84 210,66 213,44 222,24'), 0.5, 0.35, 0.3)
  await stitch(layer, points('216,84 212.2,66 215.2,44 224,24'))
}

/** Two ventilation eyelets low on the medial side show on the lateral one too. */
async function vents(layer: Layer): Promise<void> {
  await eyelets(layer, points('150,46 161,46.6'), 2)
}

async function collar(layer: Layer, model: string): Promise<void> {
  await sewn(
    layer,
    '266,94c 262,99 284,108 296,110 303,100 304,60 303,52c 288,58 278,68 271,80',
    'tab',
    ['268.5,94.5 273.4,81 280,70 289.5,60.4 300,55.2', '267,95 271.6,80.5 278.6,68.8 288.6,58.8 300,53.4'],
    { thick: 1.3, edge: 0.6 },
  )
  const roll = '172,107 188,99 210,92.5 238,92 264,97 296,110 300,96 286,92 264,84.5 236,80 208,81 186,88'
  await padding(layer, points(roll), model === 'canvas' ? 1.4 : 3.4)
  await stitch(layer, points('172,100 187,91 208,84.5 236,83.5 262,88'))
  const edge = await onLayer(
    layer,
    stroked(points('165,114 172,107.5 184,100.5 208,94 236,93.5 262,97.5 282,104.5 293,107'), 1.6),
  )
  darken(layer, edge, 0.12, 0.2)
}

const cup =
  '-1,22 0,27.5 5,29.5 20,28.6 60,26.6 110,26 160,26.6 220,28.4 270,30.6 298,32.4 303,31 304.5,24 303,10 299.5,2.5 294,.6 250,0 120,0 80,.4 50,2 25,5 8,9.5 1,14'

async function sole(frame: Frame, model: string): Promise<Layer> {
  const isFoxed = model === 'canvas'
  const outline = isFoxed
    ? '-1,22 0,36 5,41.5 16,43.4 30,42.4 42,37 54,30.6 66,27.6 110,26.4 160,26.8 220,28.4 270,30.6 298,32.4 303,31 304.5,24 303,10 299.5,2.5 294,.6 250,0 120,0 80,.4 50,2 25,5 8,9.5 1,14'
    : cup
  const layer = await soleLayer(frame, points(outline), 'sole', { bevel: 1.1, depth: 2 })
  if (isFoxed) return foxing(layer)
  const top = '-1,26 6,26.8 20,25.8 60,23.8 110,23.2 160,23.8 220,25.6 270,27.8 304,29.6'
  await stitch(layer, points(top), { dash: '3 0.9', width: 0.8, part: 'soleThread' })
  await treadLine(layer)
  const ribs = Array.from({ length: 34 }, (_, i) => {
    const x = 2 + i * 1.8
    return [point(x, 2), point(x + 0.7, 2), point(x + 0.7, 32), point(x, 32)]
  })
  const bumper = await onLayer(
    layer,
    filled(points('-4,14 0,20.5 8,21 30,19.6 60,18.6 66,6 40,5.5 20,8 6,12')),
  )
  const textured = clipped(await onLayer(layer, polygons(ribs)), bumper)
  raise(layer, textured, 0.35, 0.15)
  darken(layer, textured, 0.06)
  return layer
}

async function treadLine(layer: Layer): Promise<void> {
  await seam(
    layer,
    points('-4,15.1 1,14.6 10,10.3 26,6.2 50,4.2 80,3.8 120,3.6 250,3.6 306,4.8'),
    0.45,
    0.5,
    0.35,
  )
}

/** A vulcanised edge: rubber toe cap, a coloured line, a fine ribbed bumper. */
async function foxing(layer: Layer): Promise<Layer> {
  const cap = await onLayer(
    layer,
    filled(points('-6,20c -6,48c 34,48c 44,39 54,32 66,28.6 70,26c 40,24.5 14,25.5')),
  )
  coat(layer, 'cap', cap)
  raise(layer, cap, 0.8, 0.4)
  const line = await onLayer(
    layer,
    stroked(points('-2,22.6 8,22.4 40,21.2 80,20.4 160,20.6 230,22.4 306,25.4'), 1.9),
  )
  coat(layer, 'stripe', line)
  raise(layer, line, 0.25, 0.15)
  await seam(layer, points('-3,26.6 10,26.2 40,24.8 80,23.9 160,24.2 230,26 306,29'), 0.4, 0.35, 0.3)
  await treadLine(layer)
  const gum = await onLayer(
    layer,
    filled(points('-8,13c 1,13 10,8.6 26,4.6 50,2.8 80,2.3 120,2.2 250,2.2 310,3.4c 310,-6c -8,-6c')),
  )
  coat(layer, 'outsole', gum)
  return layer
}

import { runnerSole } from './runner-sole'
import { eyelets, onLayer, padding, panel, seam, sportStitch, stitch, wrinkle } from '../craft'
import type { Frame } from '../field'
import { type Layer, coat, raise } from '../layer'
import { filled, stroked } from '../marks'
import { points } from '../points'
import { type Scene, put } from '../scene'
import { insideLayer, lasts, sewn, upperLayer } from './body'
import { flatLace, laceUp, tieBow } from './laces'

const eyes = points('100,76.6 112,82.2 124,89 136,97.2 147.6,106.4 157.4,116')

/** Running shoe on foam. Models: sweep, knit, trail, retro, road. */
export async function runnerSide(scene: Scene, model: string): Promise<void> {
  const { frame } = scene
  const inside = points(
    '166,124 190,121 216,111 244,110 268,118 284,130 294,134 300,126 288,90 240,80 180,90',
  )
  put(
    scene,
    await insideLayer(frame, inside, {
      rim: points('168,123 191,119 216,109.4 244,108.4 268,116.2 286,128.6'),
    }),
    -10,
  )
  await tongue(scene, frame)
  put(scene, await upper(frame, model), 0, { dark: 0.55, blur: 1.8, dx: 1, dy: -1.4 })
  const lacing = { ...flatLace, width: 4.4, thick: 3.6 }
  await laceUp(
    scene,
    frame,
    eyes.map(({ x, y }) => ({ x, y, dx: -0.61, dy: 0.79, length: 13 })),
    lacing,
  )
  await tieBow(scene, frame, { knot: { x: 153, y: 124 }, size: 0.86 }, { ...lacing, width: 3.4 })
  put(scene, await runnerSole(frame, model), 6, { dark: 0.5, blur: 1.5, dx: 0, dy: 1.3 })
}

async function tongue(scene: Scene, frame: Frame): Promise<void> {
  const outline =
    '84,72 90,84.6 114,99.6 136,115.4 152,129 160,138 167.4,143.6 176,142.6 182,132 176,106 140,86'
  const layer = await upperLayer(frame, outline, lasts.runner, { part: 'tongue', peak: 46 })
  raise(layer, layer.mask, 3.2, 2)
  const label = await onLayer(
    layer,
    filled(points('159,126.4 165.4,134.4 170,137.4 175,134.8 172,126 165,119.4')),
  )
  coat(layer, 'clip', label)
  raise(layer, label, 0.6, 0.3)
  put(scene, layer, -2)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const outline =
    '1,30c 3,38 8,47 19,57 38,65 64,71.5 90,79.6 113,91.5 134,106 150,119 158,125.5 164,125c 172,116 190,107.5 214,102 240,102.5 262,109 279,121 290,132.5 297,136 302.5,133 302,122 299.5,108 300,90 304,68 306,46c 260,40 160,30 80,28'
  const layer = await upperLayer(frame, outline, lasts.runner)
  await toe(layer, model)
  await bands(layer, model)
  await eyestay(layer, model)
  await heel(layer, model)
  await collar(layer)
  await panel(layer, points('290,140c 291,122 292,100 293,84c 310,84c 310,140c'), 'clip', {
    thick: 1,
    edge: 0.4,
  })
  for (const line of ['92,76 86,64 89,50', '101,80 95,66 97,50'])
    await wrinkle(layer, points(line), 2.4, 0.35)
  await eyelets(layer, eyes, 1.5)
  return layer
}

async function toe(layer: Layer, model: string): Promise<void> {
  if (model === 'knit' || model === 'road') {
    const fused = '-6,24c -4,40c 8,43 24,46 40,44 60,40 84,38 104,37 110,26c'
    if (model === 'road') await panel(layer, points(fused), 'overlay', { thick: 0.5, edge: 0.2 })
    return
  }
  const isHigh = model === 'retro'
  const shape = isHigh
    ? '-6,24c -4,46c 10,52 26,61 44,69c 54,62 62,53 74,47 92,43 112,41 118,26c'
    : '-6,24c -4,44c 8,48.6 22,54 36,55 50,50 66,45 86,42.5 106,41 112,26c'
  const row = isHigh
    ? '46,65.4 53.4,59 61,50.6 73,44.8 91.4,40.8 111,38.8'
    : '7,45.5 22,51.5 36,52.6 49.4,47.8 65.4,42.8 86,40.2 105,38.8'
  await sewn(layer, shape, model === 'trail' ? 'rand' : 'overlay', model === 'trail' ? [] : [row], {
    thick: model === 'trail' ? 1.8 : 1.2,
    edge: 0.5,
  })
}

const sweeps = [
  [
    '115,26c 123,49 128,66 122,84 114,92.5c 128,101c 136,90 143,70 146,50 150,26c',
    '119.5,34 126.4,51 131,67 125.4,84.6 118,93',
    '146.8,32 143.2,50 140.4,69 133.4,89 126.5,98',
  ],
  [
    '178,40c 176,56 168,76 158,92 148,112c 158,120c 170,104 184,82 196,60 204,40c',
    '181,42 179,57 171.2,77.4 161.2,93.6 152,112',
    '201,42 193,59.4 181.4,81 167.6,102.6 158,116',
  ],
] as const

async function bands(layer: Layer, model: string): Promise<void> {
  if (model === 'sweep' || model === 'trail') {
    for (const [shape, ...rows] of sweeps) await sewn(layer, shape, 'band', rows, { edge: 0.5 })
  }
  if (model === 'road') {
    for (const line of [
      '120,42 140,60 170,70 206,72',
      '132,40 150,55 178,63.4 210,64.6',
      '145,40 162,50.6 186,56.8 214,57.2',
    ]) {
      const where = await onLayer(layer, stroked(points(line), 3.2, { round: true }))
      coat(layer, 'band', where)
      raise(layer, where, 0.5, 0.3)
    }
  }
  if (model === 'retro') {
    const shape = '128,36c 138,54 144,72 144,88 138,106c 152,117c 166,104 173,84 172,62 166,38c'
    await sewn(
      layer,
      shape,
      'band',
      ['131.4,38 141,54.6 147,72.4 147,88.6 141.6,105', '162.6,40 168.8,62.4 169.8,83 163.4,102 152,113.6'],
      { edge: 0.5 },
    )
    await sewn(
      layer,
      '176,38c 181,56 180,78 170,100c 178,106c 190,86 192,60 188,40c',
      'overlay',
      ['179,40 184,57 183,79 173.4,100', '185.4,42 189,60.4 187,85 177,103'],
      { edge: 0.5 },
    )
  }
  if (model === 'knit') {
    for (const x of [0, 1, 2, 3, 4]) {
      const at = 116 + x * 11
      await wrinkle(layer, points(`${at},${84 + x * 7} ${at + 9},${64 + x * 4} ${at + 12},44`), 1.5, 0.35)
    }
  }
}

async function eyestay(layer: Layer, model: string): Promise<void> {
  const shape =
    '88,76c 90,80.6 113,92.6 134,107 150,120 158,127 166,128c 168,116 160,106 143,92 122,79 104,71 94,70'
  const row = '165.4,117 158,108 141.6,94.4 121,81.4 104,73.4 95,72.6'
  await sewn(layer, shape, model === 'knit' ? 'band' : 'overlay', [row], {
    thick: model === 'knit' ? 0.7 : 1.2,
  })
}

async function heel(layer: Layer, model: string): Promise<void> {
  if (model === 'retro') {
    await sewn(
      layer,
      '206,40c 214,58 228,76 250,90 272,98 310,100c 316,40c',
      'heel',
      ['209.6,42 217.4,56.6 230.6,73.6 251,87 272.6,95 302,97'],
      { thick: 1.3, edge: 0.5 },
    )
  } else {
    await sewn(
      layer,
      '216,40c 228,56 244,70 264,80 284,84 310,82c 316,40c',
      'heel',
      ['219.4,41 230.4,54.6 245.6,67.6 265,77.4 284.4,81.4 302,80.4'],
      { thick: 1.3, edge: 0.5 },
    )
  }
  if (model !== 'knit')
    await panel(layer, points('258,42c 268,52 282,59 310,62c 312,42c'), 'clip', { thick: 1.2, edge: 0.3 })
}

async function collar(layer: Layer): Promise<void> {
  const roll =
    '168,122 190,107 214,101 240,101.5 262,108 280,121 296,138 303,134 300,108 284,104 262,93 238,87 212,88 188,97'
  coat(layer, 'collar', await padding(layer, points(roll), 4.2))
  await seam(layer, points('170,108 188,96.6 212,87.8 238,86.8 262,92.8 284,103.6 301,107.6'), 0.5, 0.6, 0.45)
  await stitch(layer, points('171,105 188,94.4 212,85.4 238,84.4 262,90.4 284,101.2 301,105'), sportStitch)
}

import { eyelets, onLayer, padding, panel, polish, seam, stitch, wrinkle } from '../craft'
import { clipped, type Frame } from '../field'
import { coat, darken, flatLayer, type Layer, raise } from '../layer'
import { filled, polygons, stroked } from '../marks'
import { type Point, point, points } from '../points'
import { put, type Scene } from '../scene'
import { insideLayer, lasts, sewn, soleLayer, upperLayer } from './body'
import { type Bar, laceUp, roundLace, tieBow } from './laces'

/** Eyelets with the way the instep faces there: forward at the vamp, nearly level at the ankle. */
const bars: readonly Bar[] = [
  { x: 92, y: 72, dx: -0.5, dy: 0.86, length: 11.6 },
  { x: 106, y: 79, dx: -0.54, dy: 0.84, length: 11.6 },
  { x: 119.6, y: 88, dx: -0.62, dy: 0.78, length: 11.6 },
  { x: 131.6, y: 99, dx: -0.7, dy: 0.7, length: 11.6 },
  { x: 142, y: 113, dx: -0.82, dy: 0.56, length: 11.6 },
  { x: 149.6, y: 129, dx: -0.92, dy: 0.4, length: 11 },
  { x: 155, y: 146, dx: -0.95, dy: 0.3, length: 10.4 },
]

/** Walking boot. Models: alpine, leather, urban, trek. */
export async function hikerSide(scene: Scene, model: string): Promise<void> {
  const { frame } = scene
  const inside = points('160,160 180,162 212,157 244,159 272,168 290,176 299,172 292,140 230,130 170,140')
  put(
    scene,
    await insideLayer(frame, inside, {
      rim: points('160,160 181,160.4 212,155.4 244,157.4 272,166.4 292,174'),
    }),
    -10,
  )
  await tongue(scene, frame)
  put(scene, await upper(frame, model), 0, { dark: 0.55, blur: 1.6, dx: 0.8, dy: -1.4 })
  if (model === 'leather' || model === 'urban') await hooks(scene, frame)
  await laceUp(scene, frame, bars, roundLace)
  await tieBow(scene, frame, { knot: { x: 148, y: 149 }, size: 0.95 }, { ...roundLace, width: 3 })
  put(scene, model === 'urban' ? await wedge(frame) : await lugged(frame), 6, {
    dark: 0.5,
    blur: 1.4,
    dx: 0,
    dy: 1.2,
  })
}

async function tongue(scene: Scene, frame: Frame): Promise<void> {
  const outline =
    '84,70 90,82 112,96 130,113 141,131 147,150 151,168 156,176.6 166,180 176,177 180.6,166 176,148 160,120 128,88'
  const layer = await upperLayer(frame, outline, lasts.hiker, { part: 'tongue', peak: 46 })
  raise(layer, layer.mask, 3.4, 2.2)
  await stitch(layer, points('155,168 160,174 167,176 174,173'))
  put(scene, layer, -2)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const outline =
    '2,26c 4,37 9,47 19,56 36,62 58,66.6 80,72.6 101,82 121,95 137,111 147,129 153,148 157,161 162,164.6 170,161c 184,155 210,150.6 238,152 264,159 286,168 296,170 300.6,164 299.4,148 295.6,124 299.4,100 305,78 307,56 306,34c 200,28 80,24'
  const layer = await upperLayer(frame, outline, lasts.hiker, { peak: 52 })
  polish(layer, { x: 6, y: 30 }, 60, 46)
  polish(layer, { x: 304, y: 44 }, 46, 60, 0.7)
  await cloth(layer, model)
  await eyestay(layer, model)
  if (model === 'urban') await mocToe(layer)
  else await toe(layer, model)
  await heel(layer, model)
  await collar(layer)
  for (const line of ['150,112 164,104 180,102', '98,76 94,64 98,50', '146,104 160,95 176,92'])
    await wrinkle(layer, points(line), 3, 0.5)
  await eyelets(layer, bars, 1.9)
  return layer
}

async function cloth(layer: Layer, model: string): Promise<void> {
  if (model === 'alpine') {
    await panel(
      layer,
      points('150,92c 168,120 176,146 198,138 232,136 262,142 282,110 262,84 228,70 190,66 164,74'),
      'cloth',
      { thick: -0.8, edge: 0 },
    )
    const row =
      '156.6,93 172,118 180,140 198,135 232,133 260,138.6 277,110 259,87 227,73.4 190,69.4 167,76.6 156.6,91'
    await stitch(layer, points(row))
  }
  if (model === 'trek') await meshQuarter(layer)
  if (model === 'leather' || model === 'urban') {
    for (const line of ['156,92 178,104 214,112 252,112 296,104', '158,89 179,101 214,109 252,109 298,101'])
      await stitch(layer, points(line))
    await seam(layer, points('155,94.6 177,106.6 214,114.6 252,114.6 296,106.6'), 0.5, 0.5, 0.4)
    for (const line of ['204,112 200,86 204,58 214,34', '207,112 203,86 207,58 217,34'])
      await stitch(layer, points(line))
  }
}

/** Light mesh between toe and heel, held by two slanted bands. */
async function meshQuarter(layer: Layer): Promise<void> {
  await panel(
    layer,
    points(
      '84,44c 92,58 104,70 118,80 138,98 154,120 160,150c 176,158c 214,140c 262,150c 296,150c 296,116c 262,92 232,74 214,50 212,36c 100,34c',
    ),
    'cloth',
    { thick: -0.6, edge: 0 },
  )
  await sewn(
    layer,
    '120,40c 136,60 150,84 166,108 176,128c 186,120c 176,96 164,68 156,40c',
    'upper',
    ['124,42 139.4,60 153,82.6 168.6,106.6 177,122.6', '152.6,42 161,69 173,97 182,117'],
    { thick: 1, edge: 0.5 },
  )
  await sewn(
    layer,
    '214,40c 210,66 200,96 184,126c 194,132c 212,104 224,74 230,40c',
    'upper',
    ['217,42 213,67 203,97 188.4,126', '226.6,42 220.6,73 209,102 193,128.6'],
    { thick: 1, edge: 0.5 },
  )
}

async function eyestay(layer: Layer, model: string): Promise<void> {
  const shape =
    '80,68c 82,75 101,84 121,97 136,113 146,130 152,149 157,166c 174,160c 172,142 164,122 152,103 136,86 116,74 96,68'
  const row = '171,158 169.4,142.6 161.6,123 149.6,104.6 134,88.4 115,76.8 97,70.8 88,70.6'
  await sewn(layer, shape, 'overlay', [row], { thick: 1.3 })
  if (model === 'leather')
    await stitch(layer, points('168.6,158 167,143 159.4,124.2 147.6,106.2 132.4,90.4 114,79 97,73'))
}

async function toe(layer: Layer, model: string): Promise<void> {
  const low = '-6,20c -4,40c 8,46 24,50 44,49 64,44 84,40.6 110,39 150,40 200,42 214,30c 200,20c'
  const high = '-6,20c -4,46c 8,52 22,58 40,60 56,54 70,46 88,42 112,40 150,40.4 200,42 214,30c 200,20c'
  if (model === 'leather') {
    await sewn(
      layer,
      '-6,20c -6,66c 66,72c 62,60 62,46 68,34 74,20c',
      'overlay',
      ['62.6,70 59.4,60 59.6,46 65.4,33.4 71,20', '60.2,70 57,60 57.2,46 63,33 68.4,20'],
      { thick: 1.1 },
    )
    return
  }
  await panel(layer, points(model === 'trek' ? high : low), 'rand', { thick: 1.4, edge: 0.4 })
}

/** A raised moccasin seam round the toe, as on a work boot. */
async function mocToe(layer: Layer): Promise<void> {
  const line = points('16,51 22,46.6 34,45.4 52,48 72,53.4 92,61 106,69')
  const ridge = await onLayer(layer, stroked(line, 2.4, { round: true }))
  raise(layer, ridge, 1.9, 0.55)
  const pleats = await onLayer(layer, stroked(line, 3.6, { dash: '0.8 2.2' }))
  raise(layer, pleats, -0.5, 0.22)
  darken(layer, pleats, 0.3, 0.1)
  for (const shift of [1.9, -2])
    await seam(
      layer,
      line.map((p) => ({ ...p, y: p.y - shift })),
      0.5,
      0.45,
      0.42,
    )
  await stitch(
    layer,
    line.map((p) => ({ ...p, y: p.y - 3.6 })),
  )
}

async function heel(layer: Layer, model: string): Promise<void> {
  const isLow = model === 'urban'
  const counter = isLow
    ? '222,30c 226,46 238,60 256,70 278,75 312,76c 316,30c'
    : '212,30c 216,52 228,72 248,86 274,94 312,96c 316,30c'
  const rows = isLow
    ? ['225,34 229,45 240.4,58 257.4,67.4 279,72.2 302,73.2']
    : [
        '215,34 218.6,51 230.2,70 249.4,83.4 275,91.2 302,93',
        '217.4,34 221,50 232,68.4 250.6,81.2 276,88.8 302,90.6',
      ]
  await sewn(layer, counter, 'overlay', rows, { thick: 1.3 })
  await panel(
    layer,
    points('287,180c 287.4,150 284,122 286,94c 310,94c 310,180c'),
    model === 'trek' ? 'tab' : 'overlay',
    { thick: 1.1, edge: 0.5 },
  )
}

async function collar(layer: Layer): Promise<void> {
  const roll =
    '172,164 190,153 214,149 240,151 264,158 292,171 302,160 290,152 262,144 236,138 210,138 186,144 173,150'
  coat(layer, 'collar', await padding(layer, points(roll), 4.6))
  await seam(layer, points('172,149 186,143.4 210,137.6 236,137.6 262,143.6 289,152 301,156'), 0.6, 0.7, 0.45)
  await stitch(layer, points('172.4,146.4 186,140.8 210,135 236,135 262,141 289,149.4 300,153'))
}

/** Metal speed hooks behind the two top eyelets. */
async function hooks(scene: Scene, frame: Frame): Promise<void> {
  for (const { x, y, dx, dy } of bars.slice(4)) {
    const line = [point(x + 3 - dx, y - dy), point(x, y), point(x + dx * 3.6, y + dy * 3.6)]
    const layer = await flatLayer(frame, stroked(line, 3, { round: true }))
    coat(layer, 'metal')
    raise(layer, layer.mask, 3.4, 0.6)
    put(scene, layer, 44, { dark: 0.55, blur: 0.9, dx: 0.7, dy: -0.9 })
  }
}

async function lugged(frame: Frame): Promise<Layer> {
  const outline =
    '-4,24 -3,31 4,34.4 20,33.4 60,30 110,29 160,30.6 220,33.4 270,36 302,38.4 309,36 310,26 307,10 303,1 296,0 240,0 226,4 206,4 196,0 110,0 80,.4 50,3.4 24,9.4 6,16'
  const sole = await soleLayer(frame, points(outline), 'mid', { bevel: 1.2, depth: 2.4 })
  const lower = filled(
    points(
      '-8,26c 0,24 20,18.6 50,14.4 80,13 120,13 160,14 200,15.6 240,16.4 280,18 314,22c 320,-6c -10,-6c',
    ),
  )
  const rubber = await onLayer(sole, lower)
  coat(sole, 'outsole', rubber)
  raise(sole, rubber, 1.6, 0.35)
  const notch = (i: number): Point[] => {
    const x = 2 + i * 20.2
    const top = i < 3 ? 21 - i * 4.4 : 10.4
    return [point(x, -4), point(x + 8, -4), point(x + 6.4, top), point(x + 2.4, top)]
  }
  const cuts = clipped(await onLayer(sole, polygons(Array.from({ length: 16 }, (_, i) => notch(i)))), rubber)
  raise(sole, cuts, -3.2, 0.4)
  darken(sole, cuts, 0.62, 0.3)
  return sole
}

/** A white wedge with a leather welt and a wavy line, as on a work boot. */
async function wedge(frame: Frame): Promise<Layer> {
  const outline =
    '-4,23 -3,30 4,33.4 20,32.6 60,29.6 110,28.8 160,30.4 220,33.2 270,35.8 302,38 308,35.6 309,24 307,8 303,1 296,0 240,0 170,0 110,0 80,.4 50,3.2 24,9 6,15.4'
  const sole = await soleLayer(frame, points(outline), 'sole', { bevel: 1.3, depth: 2.4 })
  const line = '-6,25.4 4,27.4 20,26.4 60,23.4 110,22.6 160,24.2 220,27 270,29.6 312,31.8'
  const welt = await onLayer(sole, filled([...points(line), point(314, 60, true), point(-8, 60, true)]))
  coat(sole, 'mid', welt)
  await seam(sole, points(line), 0.6, 0.8, 0.45)
  await stitch(sole, points('-3,29.6 20,29.2 60,26.2 110,25.4 160,27 220,29.8 270,32.4 306,34.4'), {
    width: 0.75,
    dash: '2.4 1.1',
    part: 'soleThread',
  })
  await seam(sole, points('-2,17 14,13 40,8.6 80,6.4 140,6.6 200,7.4 260,8 312,10'), 0.5, 0.6, 0.3)
  return sole
}

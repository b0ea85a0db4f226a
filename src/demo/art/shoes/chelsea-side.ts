import { blurred } from '../blur'
import { dressStitch, onLayer, polish, seam, stitch, wrinkle } from '../craft'
import { at, eachShared, type Frame } from '../field'
import { coat, flatLayer, type Layer, raise } from '../layer'
import { filled } from '../marks'
import { offset, point, points } from '../points'
import { put, type Scene } from '../scene'
import { sampled } from '../spline'
import { insideLayer, lasts, lifted, upperLayer } from './body'
import { brogue, medallion } from './brogue'
import { leatherSole, lugLift, lugSole } from './dress-sole'

/** Ankle boot with elastic gores. Models: classic, crepe, lug, brogue. */
export async function chelseaSide(scene: Scene, model: string): Promise<void> {
  const onLugs = model === 'lug'
  const frame = onLugs ? lifted(scene.frame, lugLift) : scene.frame
  const inside = points('169,158 186,163 230,166 276,164 293,160 292,140 230,134 170,140')
  put(
    scene,
    await insideLayer(frame, inside, {
      dark: 0.55,
      rim: points('168,158.6 186,161.8 230,164.6 276,162.6 294,158.8'),
    }),
    -10,
  )
  await pullTab(scene, frame)
  put(scene, await upper(frame, model), 0, { dark: 0.55, blur: 1.6, dx: 0.6, dy: -1.4 })
  if (onLugs) await lugSole(scene, scene.frame, 1.4)
  else await leatherSole(scene, frame, 1.8, model === 'crepe')
}

async function pullTab(scene: Scene, frame: Frame): Promise<void> {
  const tab = await flatLayer(
    frame,
    filled(points('289,150 288.4,171 290.6,178 296,180 300.6,176.6 301.4,165 300,148')),
  )
  coat(tab, 'pull')
  raise(tab, tab.mask, 2.4, 0.8)
  await seam(tab, points('294.8,150 294.8,175'), 0.6, 0.6, 0.4)
  await stitch(tab, points('290.6,160 299.6,160'), dressStitch)
  put(scene, tab, 10)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const outline =
    '3,15c 4,24 8,34 18,42.5 35,49 57,54.5 82,61 105,70 126,83 144,100 156,120 162,140 164,157 166,160.5 176,159 205,154.5 235,154 262,157.5 290,162.5 296,161 297,146 298,124 302,98 305,76 305,54 303,38 301,29c 200,20 90,4'
  const layer = await upperLayer(frame, outline, lasts.chelsea, { peak: 52 })
  polish(layer, { x: 6, y: 20 }, 60, 46)
  polish(layer, { x: 304, y: 38 }, 50, 66, 0.7)
  await creases(layer)
  if (model === 'brogue') await wingCap(layer)
  await gore(layer)
  await seams(layer)
  return layer
}

async function creases(layer: Layer): Promise<void> {
  for (const line of ['103,69 100,56 105,42', '114,75 108,60 112,44', '124,80 118,66 121,52'])
    await wrinkle(layer, points(line), 2.6, 0.5)
  for (const line of ['152,116 166,108 184,106', '149,108 162,99 180,96'])
    await wrinkle(layer, points(line), 3.4, 0.7)
  await wrinkle(layer, points('300,104 288,100 274,101'), 3.6, 0.6)
}

async function wingCap(layer: Layer): Promise<void> {
  const line = points('80,66 73,56 70,47.5 74,39.5 87,31.6 106,25 129,18.5 153,12')
  await brogue(layer, { line, inside: -1 }, [
    ...line,
    point(153, -12, true),
    point(-8, -12, true),
    point(-8, 70, true),
  ])
  await medallion(layer)
  const counter = points('306,92 290,86 268,72 252,52 242,26')
  await brogue(layer, { line: counter, inside: 1 }, [
    ...counter,
    point(242, 10, true),
    point(314, 10, true),
    point(314, 94, true),
  ])
}

async function gore(layer: Layer): Promise<void> {
  const outline = points('196,165c 199,140 205,116 214,98 226,91 240,97 252,114 260,138 264,166c')
  const where = await onLayer(layer, filled(outline))
  coat(layer, 'elastic', where)
  raise(layer, where, -1.1, 0.35)
  const soft = blurred(where, 1.4 * layer.frame.scale)
  eachShared(layer.mask, soft, (i, j) => {
    const x = soft.x + (j % soft.w) - where.x
    const y = soft.y + Math.floor(j / soft.w) - where.y
    const inside = x < 0 || y < 0 || x >= where.w || y >= where.h ? 0 : at(where.values, y * where.w + x)
    layer.light[i] = at(layer.light, i) * (1 - 0.54 * inside * (1 - at(soft.values, j)))
  })
  const edge = sampled(
    points('196,160 199,140 205,116 214,98 226,91 240,97 252,114 260,138 263.4,160'),
    false,
  )
  for (const inset of [1.5, 3.2]) await stitch(layer, offset(edge, -inset), dressStitch)
}

async function seams(layer: Layer): Promise<void> {
  await seam(layer, points('226,90 222,70 219,45 220,20'), 0.55, 0.5, 0.45)
  for (const line of [
    '224,88 220.2,70 217.2,45 218.2,20',
    '228,88 223.8,70 220.8,45 221.8,20',
    '164.6,155.5 176,154.6 195,151.8',
    '266,153.8 290,158 297,156.6',
  ]) {
    await stitch(layer, points(line), dressStitch)
  }
  await seam(layer, points('299,98 284,88 266,78 250,60 244,24'), 0.4, 0.25, 0.25)
}

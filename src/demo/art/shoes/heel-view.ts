import { dressStitch, onLayer, panel, polish, seam, sportStitch, stitch } from '../craft'
import type { ArtType } from '../colourways/colourway'
import type { Frame } from '../field'
import { coat, darken, flatLayer, lastedLayer, type Layer, raise } from '../layer'
import { filled, stroked } from '../marks'
import { type Point, point, points } from '../points'
import { put, type Scene } from '../scene'
import { type HeelForm, heelForm } from './heel-forms'
import { base } from './heel-base'
import { lifted } from './body'
import { lugLift } from './dress-sole'
import { sandalBack } from './sandal-back'
import { type Stand, standing, whole } from './stand'

/** The pair from behind, left shoe left. */
export async function heelView(scene: Scene, type: ArtType, model: string): Promise<void> {
  const form = heelForm(type, model)
  for (const stand of [standing(-54, -1), standing(54, 1)]) {
    if (type === 'sandal') await sandalBack(scene, model, stand)
    else await shoeBack(scene, form, stand)
  }
}

/** The body a back bows over: its own sides, run on below the feather line and up an imaginary leg. */
function column(half: readonly Point[]): Point[] {
  const sides = half.slice(0, -2)
  const low = sides[0] ?? point(30, 20)
  const high = sides[sides.length - 1] ?? low
  return [point(low.x, -16), ...sides, point(high.x * 0.98, high.y + 30), point(high.x * 0.96, high.y + 70)]
}

async function shoeBack(scene: Scene, form: HeelForm, stand: Stand): Promise<void> {
  const frame = form.base === 'lug' ? lifted(scene.frame, lugLift) : scene.frame
  await forefoot(scene, frame, form, stand)
  if (form.back === 'pull') await pullTab(scene, frame, stand)
  const half = points(form.upper)
  const layer = await lastedLayer(frame, stand(whole(half)), stand(whole(column(half))), form.peak)
  coat(layer, form.base === 'foam' ? 'upper' : 'quarter')
  polish(layer, { x: stand([point(0, 34)])[0]?.x ?? 0, y: 30 }, 40, 44, 0.8)
  await back(layer, form, stand)
  await topline(layer, form, stand)
  put(scene, layer, 0, { dark: 0.6, blur: 2.4, dx: 0.8, dy: 0 })
  await base(scene, form.base, stand)
}

/** What stands before the heel: the wider ball of the foot and the inner face of the instep, both in shade. */
async function forefoot(scene: Scene, frame: Frame, form: HeelForm, stand: Stand): Promise<void> {
  const half = points(form.forefoot)
  const low = half[0]?.y ?? 10
  const drop = scene.frame.ground - frame.ground
  const sole = stand(
    whole([
      point(45, 2 - drop),
      point(half[0]?.x ?? 46, low - 3 - drop * 0.6),
      point((half[0]?.x ?? 46) - 1, low + 3),
      point(30, low + 4),
    ]),
  )
  const under = await flatLayer(frame, filled(sole))
  coat(under, 'sole')
  raise(under, under.mask, 4, 1.6)
  darken(under, under.mask, 0.5)
  put(scene, under, -62)
  const outline = stand(whole(half))
  const vamp = await lastedLayer(frame, outline, outline, 24)
  coat(vamp, 'upper')
  darken(vamp, vamp.mask, 0.34)
  put(scene, vamp, -60, { dark: 0.5, blur: 1.4, dx: 0, dy: 0.8 })
  if (form.front) await instep(scene, frame, stand(whole([point(28, 60), ...points(form.front)])))
}

async function instep(scene: Scene, frame: Frame, outline: Point[]): Promise<void> {
  const layer = await flatLayer(frame, filled(outline))
  coat(layer, 'tongue')
  raise(layer, layer.mask, 2.4, 1)
  const inner = await onLayer(layer, filled(outline.map((p) => ({ ...p, y: p.y - 3.4 }))))
  coat(layer, 'lining', inner)
  raise(layer, inner, -1.6, 0.8)
  darken(layer, inner, 0.34, 1.2)
  put(scene, layer, -46)
}

async function topline(layer: Layer, form: HeelForm, stand: Stand): Promise<void> {
  const half = points(form.upper)
  const edge = stand(whole(half.slice(-3)))
  if (form.padded) {
    const roll = await onLayer(
      layer,
      stroked(
        edge.map((p) => ({ ...p, y: p.y - 5 })),
        9,
        { round: true },
      ),
    )
    coat(layer, 'collar', roll)
    raise(layer, roll, 3.6, 2.4)
    await seam(
      layer,
      edge.map((p) => ({ ...p, y: p.y - 10.4 })),
      0.6,
      0.6,
      0.4,
    )
    return
  }
  await stitch(
    layer,
    edge.map((p) => ({ ...p, y: p.y - 3 })),
    dressStitch,
  )
  const rim = await onLayer(layer, stroked(edge, 2))
  raise(layer, rim, 0.8, 0.5)
  darken(layer, rim, 0.14, 0.3)
}

async function pullTab(scene: Scene, frame: Frame, stand: Stand): Promise<void> {
  const layer = await flatLayer(frame, filled(stand(whole(points('6.4,150 6.6,170 6,178 3.4,181')))))
  coat(layer, 'pull')
  raise(layer, layer.mask, 2.4, 0.8)
  await stitch(layer, stand(points('-5,165 5,165')), dressStitch)
  put(scene, layer, -2)
}

const strip = (half: number, low: number, high: number): Point[] => [
  point(half, low, true),
  point(half * 0.86, (low + high) / 2),
  point(half * 0.8, high, true),
  point(-half * 0.8, high, true),
  point(-half * 0.86, (low + high) / 2),
  point(-half, low, true),
]

async function back(layer: Layer, form: HeelForm, stand: Stand): Promise<void> {
  const high = Math.max(...points(form.upper).map((p) => p.y)) + 4
  if (form.back === 'strip') {
    await panel(layer, stand(strip(9, 10, high)), 'quarter', { thick: 0.9 })
    for (const x of [-7, 7])
      await stitch(layer, stand(points(`${x},12 ${x * 0.88},${high / 2} ${x * 0.82},${high}`)), dressStitch)
  }
  if (form.back === 'pull' || form.back === 'seam') {
    await seam(layer, stand(points(`0,10 0.4,${high / 2} 0,${high}`)), 0.5, 0.5, 0.45)
    for (const x of [-2, 2])
      await stitch(layer, stand(points(`${x},10 ${x},${high / 2} ${x},${high}`)), dressStitch)
  }
  if (form.back === 'tab') await heelTab(layer, stand)
  if (form.back === 'clip') await heelClip(layer, stand)
  if (form.back === 'counter') await counter(layer, stand, high)
}

async function heelTab(layer: Layer, stand: Stand): Promise<void> {
  await panel(layer, stand(whole(points('7,50 19,60 25,76 27,94 30,116c'))), 'tab', { thick: 1.2 })
  for (const inset of [1.6, 3.2]) {
    await stitch(
      layer,
      stand(
        points(
          `${30 - inset},112 ${27 - inset},94 ${25 - inset},76 ${19 - inset * 0.7},${60 + inset * 0.7} 7,${50 + inset} -7,${50 + inset} ${-19 + inset * 0.7},${60 + inset * 0.7} ${-25 + inset},76 ${-27 + inset},94 ${-30 + inset},112`,
        ),
      ),
      sportStitch,
    )
  }
}

async function heelClip(layer: Layer, stand: Stand): Promise<void> {
  await panel(layer, stand(whole(points('42,40c 40,82 28,86 12,87'))), 'heel', { thick: 1.3, edge: 0.5 })
  await stitch(layer, stand(points('36,78.6 27,82.6 12,83.6 -12,83.6 -27,82.6 -36,78.6')), sportStitch)
  await panel(layer, stand(strip(7, 62, 142)), 'clip', { thick: 1.1, edge: 0.4 })
  await panel(layer, stand(whole(points('40,40c 38,56 28,64 14,66'))), 'clip', { thick: 1.2, edge: 0.3 })
}

async function counter(layer: Layer, stand: Stand, high: number): Promise<void> {
  const top = high > 140 ? 94 : 84
  await panel(
    layer,
    stand(whole([point(46, 10, true), point(42, top - 8), point(22, top), point(8, top + 1)])),
    'overlay',
    { thick: 1.2 },
  )
  for (const drop of [2.4, 4.2]) {
    await stitch(
      layer,
      stand([
        point(36, top - 6 - drop),
        point(20, top - drop),
        point(0, top + 1 - drop),
        point(-20, top - drop),
        point(-36, top - 6 - drop),
      ]),
      dressStitch,
    )
  }
  await panel(layer, stand(strip(8, top - 2, high)), high > 140 ? 'tab' : 'quarter', { thick: 1, edge: 0.5 })
  for (const x of [-5.6, 5.6])
    await stitch(layer, stand(points(`${x},${top} ${x * 0.9},${high}`)), dressStitch)
}

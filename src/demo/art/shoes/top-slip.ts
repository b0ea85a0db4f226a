import { dressStitch, onLayer, panel, polish, seam, stitch, wrinkle } from '../craft'
import { coat, darken, flatLayer, type Layer, raise } from '../layer'
import { filled, joined, stroked } from '../marks'
import { type Point, point } from '../points'
import { put } from '../scene'
import { sampled } from '../spline'
import { puffLayer, strandLayer } from './laces'
import { laid } from './plan'
import { mouth, mouthLine } from './top-mouth'
import { on, onRim, rim, type Top, upperOf, weltStitch } from './top-parts'
import { wingTop } from './top-derby'

const isLug = (top: Top): boolean => top.model === 'lug'

function polishEnds(top: Top, layer: Layer): void {
  for (const [x, rx] of [
    [2, 56],
    [300, 40],
  ] as const) {
    const [centre] = laid(top.place, [point(x, 0)])
    if (centre) polish(layer, centre, rx, 56, 0.9)
  }
}

export async function loaferTop(top: Top): Promise<void> {
  await rim(top, 'welt', isLug(top) ? 5 : 3.2)
  await weltStitch(top, isLug(top) ? 2.6 : 1.5)
  const layer = await upperOf(top, 2.6, 40)
  polishEnds(top, layer)
  await apron(top, layer)
  if (top.model !== 'plain') await saddle(top, layer)
  else await stitch(layer, on(top, '158,-56 150,-34 146,-16'), dressStitch)
  await panel(layer, on(top, '270,-46c 276,-30 280,0 276,30 270,46c 330,46c 330,-46c'), 'quarter', {
    thick: 0.9,
  })
  put(top.scene, layer, 0, onRim)
  await mouth(top, { front: 152, back: 285, half: 25.6, rim: 2.6, part: 'upper', deep: 0.06 })
  if (top.model === 'bit') await snaffle(top)
  if (top.model === 'tassel') await tassels(top)
}

async function apron(top: Top, layer: Layer): Promise<void> {
  const line = sampled(
    on(top, '114,-31 92,-33 66,-31 44,-27 28,-17 22,0 28,18 44,29 66,33 92,34 114,31'),
    false,
  )
  const inner = await onLayer(layer, filled([...line, ...on(top, '114,31c 150,31c 150,-31c 114,-31c')]))
  raise(layer, inner, -0.9, 0.5)
  const ridge = await onLayer(layer, stroked(line, 2.2, { round: true }))
  raise(layer, ridge, 1.7, 0.5)
  const pleats = await onLayer(layer, stroked(line, 3.4, { dash: '0.6 1.9' }))
  raise(layer, pleats, -0.5, 0.2)
  darken(layer, pleats, 0.3, 0.1)
  for (const text of [
    '114,-28.4 92,-30.2 66,-28.4 45,-24.6 30.4,-15.6 24.8,0 30.4,16.6 45,26.6 66,30.2 92,31.2 114,28.4',
    '114,-33.6 92,-35.8 66,-33.6 43,-29.4 25.6,-18.4 19.2,0 25.6,19.4 43,31.4 66,35.8 92,36.8 114,33.6',
  ]) {
    await seam(layer, on(top, text), 0.5, 0.4, 0.42)
  }
}

async function saddle(top: Top, layer: Layer): Promise<void> {
  const isSlim = top.model === 'bit' || top.model === 'tassel'
  const front = isSlim ? 118 : 104
  const shape = `${front + 16},-62c ${front + 6},-34 ${front},-16 ${front - 2},0 ${front},17 ${front + 6},34 ${front + 16},62c 168,62c 158,36 150,18 146,0 150,-18 158,-36 168,-62c`
  await panel(layer, on(top, shape), 'quarter', { thick: 1.6, edge: 0.8 })
  await stitch(
    layer,
    on(
      top,
      `${front + 18},-60 ${front + 8},-34 ${front + 2.2},-16 ${front + 0.2},0 ${front + 2.2},17 ${front + 8},34 ${front + 18},60`,
    ),
    dressStitch,
  )
  await stitch(layer, on(top, '165,-60 155.6,-35 148,-18 143.6,0 148,18 155.6,35 165,60'), dressStitch)
  if (!isSlim) await slot(top, layer)
}

async function slot(top: Top, layer: Layer): Promise<void> {
  const lens = on(top, '121,-13c 126,-11 128,-4 128,0 128,4 126,11 121,13c 124,8 123,3 120.6,0 123,-3 124,-8')
  const where = await onLayer(layer, filled(lens))
  coat(layer, 'slot', where)
  darken(layer, where, 0.45, 0.3)
  raise(layer, where, -1.3, 0.35)
  await stitch(layer, on(top, '118.6,-15 127,-14.4 131,-5 131,5 127,14.4 118.6,15'), {
    width: 0.45,
    dash: '1.3 0.55',
  })
}

async function snaffle(top: Top): Promise<void> {
  const ring = (y: number): Point[] =>
    Array.from({ length: 8 }, (_, i) =>
      point(131 + Math.cos((i / 4) * Math.PI) * 7.4, y + Math.sin((i / 4) * Math.PI) * 6),
    )
  const bar = stroked(on(top, '131,-15 130.4,-6 130.4,6 131,15'), 2.8, { round: true })
  const rings = [21, -21].map((y) => stroked(laid(top.place, ring(y)), 2.3, { closed: true }))
  const layer = await flatLayer(top.frame, joined([bar, ...rings]))
  coat(layer, 'metal')
  raise(layer, layer.mask, 3, 0.55)
  put(top.scene, layer, 50, { dark: 0.6, blur: 0.9, dx: 0.8, dy: -0.8 })
}

async function tassels(top: Top): Promise<void> {
  const cord = { width: 2.2, thick: 2.6, bevel: 0.5 }
  for (const [y, lean] of [
    [-7, -0.24],
    [8, 0.28],
  ] as const) {
    const to = (along: number, across: number): Point =>
      point(122 - along * Math.cos(lean) - across * lean, y + across * Math.cos(lean) + along * lean)
    const skirt = [to(3, -2.6), to(10, -4.4), to(21, -6.2), to(21.6, 0), to(21, 6.2), to(10, 4.4), to(3, 2.6)]
    const layer = await flatLayer(top.frame, filled(laid(top.place, skirt)))
    coat(layer, 'strap')
    raise(layer, layer.mask, 3.4, 1.2)
    for (let i = -4; i <= 4; i++)
      await seam(layer, laid(top.place, [to(3, i * 0.5), to(22, i * 1.3)]), 0.35, 0.5, 0.45)
    put(top.scene, layer, 50, { dark: 0.5, blur: 1, dx: 0.8, dy: -0.9 })
    const knot = [to(-1.5, -2.4), to(2, -3.6), to(5, -3), to(5.6, 0), to(5, 3), to(2, 3.6), to(-1.5, 2.4)]
    await puffLayer(top.scene, top.frame, laid(top.place, knot), 'strap', 52)
  }
  await strandLayer(top.scene, top.frame, on(top, '126,-10 127,0 126,11'), cord, 52)
}

export async function chelseaTop(top: Top): Promise<void> {
  await rim(top, 'welt', isLug(top) ? 5 : 3.4)
  await weltStitch(top, isLug(top) ? 2.6 : 1.6)
  const layer = await upperOf(top, 2.6, 44)
  polishEnds(top, layer)
  if (top.model === 'brogue') await wingTop(top, layer)
  for (const x of [96, 108, 120])
    await wrinkle(layer, on(top, `${x},-32 ${x + 6},-8 ${x + 5},14 ${x - 1},34`), 2.8, 0.5)
  await wrinkle(layer, on(top, '150,-24 157,0 150,24'), 3.6, 0.8)
  put(top.scene, layer, 0, onRim)
  const shaft = { front: 164, back: 293, half: 30, rim: 3.2, part: 'upper', deep: 0.5 } as const
  await mouth(top, shaft)
  await gores(top, mouthLine(top, shaft, 2.6))
  const tab = await flatLayer(top.frame, filled(on(top, '291,-6c 306,-5.4c 306,4.6c 291,5c')))
  coat(tab, 'pull')
  raise(tab, tab.mask, 2, 0.8)
  put(top.scene, tab, 50, { dark: 0.4, blur: 1, dx: 0.5, dy: -0.6 })
}

/** The upper edge of the elastic on both sides of the shaft. */
async function gores(top: Top, line: Point[]): Promise<void> {
  const curve = sampled([...line, ...line.slice(0, 1)], false).filter((p) => p.x > 200 && p.x < 262)
  for (const sign of [1, -1]) {
    const side = curve.filter((p) => (p.y - top.place.centre) * sign > 0)
    const layer = await flatLayer(top.frame, stroked(side, 5.4))
    coat(layer, 'elastic')
    raise(layer, layer.mask, 5, 1.4)
    put(top.scene, layer, 40)
  }
}

export async function ballerinaTop(top: Top): Promise<void> {
  await rim(top, 'sole', 0.8)
  const layer = await upperOf(top, 1.2, 36)
  polishEnds(top, layer)
  if (top.model === 'cap')
    await panel(layer, on(top, '-12,-60c 36,-60c 42,-34 44,-12 44,12 42,34 36,60c -12,60c'), 'cap', {
      thick: 0.8,
      edge: 0.6,
    })
  if (top.model === 'plain') await stitch(layer, on(top, '6,1 40,0 72,-1'), dressStitch)
  put(top.scene, layer, 0, onRim)
  const opening = {
    front: top.model === 'plain' ? 86 : 76,
    back: 287,
    half: 27.4,
    rim: 2.6,
    part: 'bind',
    deep: -0.12,
  } as const
  await mouth(top, opening)
  if (top.model === 'strap') await bar(top)
  if (top.model === 'bow' || top.model === 'cap') await bow(top)
}

async function bow(top: Top): Promise<void> {
  for (const text of ['72,0 68,9 71,18 76,18 77,9', '72,0 68,-9 71,-18 76,-18 77,-9'])
    await puffLayer(top.scene, top.frame, on(top, text), 'bow', 50)
  for (const text of ['72,1 62,6 56,12', '72,-1 62,-7 57,-13']) {
    const end = await flatLayer(top.frame, stroked(on(top, text), 3.4))
    coat(end, 'bow')
    raise(end, end.mask, 2.4, 0.7)
    put(top.scene, end, 49, { dark: 0.4, blur: 0.8, dx: 0.6, dy: -0.6 })
  }
  await puffLayer(top.scene, top.frame, on(top, '69,-3 69,3 76,3.4 76,-3.4'), 'bow', 54)
}

async function bar(top: Top): Promise<void> {
  const line = on(top, '146.6,-38.6 149,-26 151,0 149.4,18 147.6,31')
  const layer = await flatLayer(top.frame, stroked(line, 12))
  coat(layer, 'bind')
  raise(layer, layer.mask, 3, 0.8)
  for (const shift of [-4.4, 4.4])
    await stitch(
      layer,
      line.map((p) => ({ ...p, x: p.x + shift })),
      dressStitch,
    )
  put(top.scene, layer, 46, { dark: 0.5, blur: 2.4, dx: 1.6, dy: -2 })
  const frame = stroked(on(top, '140,-33c 155.4,-32.6c 156,-23c 140.4,-23c'), 2, { closed: true })
  const pin = stroked(on(top, '147.8,-33 148.4,-22'), 1.6, { round: true })
  const buckle = await flatLayer(top.frame, joined([frame, pin]))
  coat(buckle, 'metal')
  raise(buckle, buckle.mask, 2.6, 0.5)
  put(top.scene, buckle, 54, { dark: 0.6, blur: 0.8, dx: 0.7, dy: -0.7 })
}

import { onLayer, seam, stitch } from '../craft'
import { clipped, cutOut, type Patch } from '../field'
import { coat, darken, type Layer, raise, uncover } from '../layer'
import { discs, filled, joined, type Mark, polygons, stroked } from '../marks'
import { type Point, point, points } from '../points'
import { planOf, type PlanForm } from './plan'

/** A worn-in pattern under a shoe: sinks the field inside the rim, then raises what touches the ground. */
export type Tread = (layer: Layer, form: PlanForm) => Promise<void>

const flip = (line: readonly Point[]): Point[] => line.map((p) => ({ ...p, y: -p.y }))

/** The field inside a rim of `rim` mm, sunk and darker. */
async function field(layer: Layer, form: PlanForm, rim: number, depth: number): Promise<Patch> {
  const inside = await onLayer(layer, filled(flip(planOf(form, -rim))))
  raise(layer, inside, -depth, 0.3)
  darken(layer, inside, 0.3)
  return onLayer(layer, filled(flip(planOf(form, -rim - 1.6))))
}

/** Raises a pattern out of the field. */
async function standing(layer: Layer, pattern: Mark, within: Patch, mm: number, bevel = 0.35): Promise<void> {
  const where = clipped(await onLayer(layer, pattern), within)
  raise(layer, where, mm, bevel)
  uncover(layer, where)
}

const bar = (x0: number, y0: number, x1: number, y1: number): Point[] => [
  point(x0, y0),
  point(x1, y0),
  point(x1, y1),
  point(x0, y1),
]

/** The maker's mark: an M pressed into a small plate. */
async function plate(layer: Layer, x: number): Promise<void> {
  const where = await onLayer(layer, filled(points(`${x},-15c ${x + 40},-14c ${x + 40},15c ${x},16c`)))
  coat(layer, 'tab', where)
  raise(layer, where, 1.6, 0.4)
  uncover(layer, where)
  await mark(layer, x + 20, 0, 1)
}

export async function mark(layer: Layer, x: number, y: number, size: number): Promise<void> {
  const stroke = [
    point(x - 11 * size, y - 8 * size, true),
    point(x - 11 * size, y + 8 * size, true),
    point(x, y - 4 * size, true),
    point(x + 11 * size, y + 8 * size, true),
    point(x + 11 * size, y - 8 * size, true),
  ]
  const where = await onLayer(layer, stroked(stroke, 2.2 * size))
  raise(layer, where, -0.9, 0.2)
  darken(layer, where, 0.42, 0.1)
}

/** Court shoe: herringbone, a pivot of rings under the ball, a smooth waist with a plate. */
export const herringbone: Tread = async (layer, form) => {
  const within = await field(layer, form, 5, 1.6)
  const rows = Array.from({ length: 46 }, (_, i) => {
    const x = i * 7.4 - 22
    return stroked(
      Array.from({ length: 14 }, (_, j) => point(x + (j % 2 ? 5.4 : 0), -60 + j * 9, true)),
      4.1,
    )
  })
  const waist = await onLayer(layer, filled(points('132,-70c 139,0 132,70c 206,70c 199,0 206,-70c')))
  const pivot = await onLayer(layer, discs([{ x: 92, y: 6 }], 21))
  await standing(layer, joined(rows), cutOut(cutOut(within, waist), pivot), 2.4)
  const rings = [17.6, 12, 6.4].map((r) => stroked(circle(92, 6, r), 3.4, { closed: true }))
  await standing(layer, joined([...rings, discs([{ x: 92, y: 6 }], 2.6)]), within, 2.4, 0.3)
  await plate(layer, 148)
}

const circle = (x: number, y: number, r: number): Point[] =>
  Array.from({ length: 12 }, (_, i) =>
    point(x + Math.cos((i / 6) * Math.PI) * r, y + Math.sin((i / 6) * Math.PI) * r),
  )

/** Canvas shoe: small diamonds, bars at toe and heel. */
export const diamonds: Tread = async (layer, form) => {
  const within = await field(layer, form, 6, 1.4)
  const lines = Array.from({ length: 62 }, (_, i) => i * 8.6 - 130)
  const up = lines.map((x) => stroked([point(x, -70), point(x + 140, 70)], 2.1))
  const down = lines.map((x) => stroked([point(x, 70), point(x + 140, -70)], 2.1))
  const ends = await onLayer(layer, polygons([bar(-10, -70, 34, 70), bar(268, -70, 320, 70)]))
  const place = await onLayer(layer, polygons([bar(147, -18, 193, 18)]))
  await standing(layer, joined([...up, ...down]), cutOut(cutOut(within, ends), place), 1.5, 0.3)
  const ribs = Array.from({ length: 40 }, (_, i) => -4 + i * 5).filter((x) => x < 34 || x > 268)
  await standing(
    layer,
    polygons([...ribs, ...ribs.map((x) => x + 168)].map((x) => bar(x, -70, x + 2.6, 70))),
    clipped(within, ends),
    1.5,
    0.3,
  )
  await plate(layer, 150)
}

/** Terrace shoe: long bars across, finer at the flex line. */
export const bars: Tread = async (layer, form) => {
  const within = await field(layer, form, 5, 1.6)
  const wide = Array.from({ length: 40 }, (_, i) => {
    const x = 4 + i * 8
    return stroked(
      [point(x, -60), point(x - 5, -20), point(x - 6, 0), point(x - 5, 20), point(x, 60)],
      x > 70 && x < 124 ? 3 : 4.8,
    )
  })
  const waist = await onLayer(layer, filled(points('146,-70c 150,0 146,70c 196,70c 192,0 196,-70c')))
  await standing(layer, joined(wide), cutOut(within, waist), 2.2)
  await plate(layer, 151)
}

/** Running shoe: pods in rows with deep flex grooves between, an open waist. */
export const pods: Tread = async (layer, form) => {
  coat(layer, 'mid')
  const within = await field(layer, form, 4, 2.4)
  const shapes: Point[][] = []
  for (let column = 0; column < 15; column++) {
    const x = 10 + column * 19.4
    if (x > 136 && x < 204) continue
    for (let row = -3; row <= 3; row++) {
      const y = row * 16
      const skew = Math.abs(row) * 3.2
      shapes.push([
        point(x + skew, y - 6.4),
        point(x + 15.4 + skew, y - 6.4),
        point(x + 15.4 + skew, y + 6.4),
        point(x + skew, y + 6.4),
      ])
    }
  }
  const where = clipped(await onLayer(layer, polygons(shapes)), within)
  coat(layer, 'outsole', where)
  raise(layer, where, 3, 0.6)
  uncover(layer, where)
  for (const y of [-9, 0, 9]) await seam(layer, points(`140,${y} 170,${y * 0.7} 202,${y}`), 2, 1.2, 0.3)
  await mark(layer, 170, 0, 0.9)
}

const lugAt = (x: number, y: number, lean: number, size: number): Point[] => [
  point(x - 5 * size, y - 6 * size),
  point(x + 5 * size, y - (6 - lean) * size),
  point(x + 7 * size, y + (2 + lean) * size),
  point(x, y + 7 * size),
  point(x - 6 * size, y + 3 * size),
]

/** Deep cleats: stars in the middle, bars that run out over the edge. */
export const lugs: Tread = async (layer, form) => {
  const within = await field(layer, form, 1, 3)
  const edges: Point[][] = []
  const middles: Point[][] = []
  for (let i = 0; i < 16; i++) {
    const x = 8 + i * 18.6
    if (x > 164 && x < 216) continue
    edges.push([
      point(x, -70),
      point(x + 10.4, -70),
      point(x + 11.6, -26),
      point(x + 5, -20),
      point(x - 1, -25),
    ])
    edges.push([point(x, 70), point(x + 10.4, 70), point(x + 11.6, 26), point(x + 5, 20), point(x - 1, 25)])
    middles.push(lugAt(x + 14, -9, 2, 1), lugAt(x + 5, 9, 2, 1))
  }
  await standing(layer, polygons([...edges, ...middles]), within, 4.4, 0.6)
  const shank = await onLayer(layer, filled(points('178,-22c 214,-20c 214,20c 178,22c')))
  raise(layer, shank, 1.4, 0.6)
  await mark(layer, 196, 0, 0.9)
}

/** White wedge: close ripples from toe to heel. */
export const ripples: Tread = async (layer, form) => {
  const within = await field(layer, form, 4, 1)
  const waves = Array.from({ length: 58 }, (_, i) => {
    const x = -8 + i * 5.6
    return stroked(
      [
        point(x, -66),
        point(x + 3.4, -44),
        point(x, -22),
        point(x + 3.4, 0),
        point(x, 22),
        point(x + 3.4, 44),
        point(x, 66),
      ],
      2.9,
    )
  })
  const place = await onLayer(layer, filled(points('150,-13c 150,13c 190,13c 190,-13c')))
  await standing(layer, joined(waves), cutOut(within, place), 1.5, 0.5)
  await mark(layer, 170, 0, 0.9)
}

/** Natural crepe: one uneven sheet with a heel step. */
export const crepe: Tread = async (layer, form) => {
  const inside = await onLayer(layer, filled(flip(planOf(form, -3.4))))
  raise(layer, inside, 0.8, 1.4)
  await heelPiece(layer, form, 'outsole')
  await mark(layer, 170, 0, 0.8)
}

/** Welted leather: channel stitching round the forepart, polished waist, heel with a rubber corner and nails. */
export const leather: Tread = async (layer, form) => {
  const channel = flip(planOf(form, -6)).filter((p) => p.x < 224)
  const lateral = channel.filter((p) => p.y > 0).sort((a, b) => b.x - a.x)
  const medial = channel.filter((p) => p.y <= 0).sort((a, b) => a.x - b.x)
  await stitch(layer, [...lateral, ...medial], { width: 0.7, dash: '1.9 1', part: 'soleThread' })
  const waist = await onLayer(
    layer,
    filled(points('150,-60c 142,-20 142,20 150,60c 214,60c 220,20 220,-20 214,-60c')),
  )
  darken(layer, waist, 0.22, 7)
  await mark(layer, 178, 0, 0.8)
  await heelPiece(layer, form, 'heel')
  const corner = clipped(
    await onLayer(layer, filled(flip(planOf(form, -1.6)))),
    await onLayer(layer, polygons([bar(262, -60, 320, 60)])),
  )
  coat(layer, 'toplift', corner)
  await seam(layer, points('262,-50 262,50'), 0.5, 0.4, 0.5)
  await nails(layer, form)
}

async function heelPiece(layer: Layer, form: PlanForm, part: 'heel' | 'outsole'): Promise<void> {
  const block = await onLayer(layer, filled(points('233,-60c 226,-24 225,0 226,24 233,60c 330,60c 330,-60c')))
  const where = clipped(block, await onLayer(layer, filled(flip(planOf(form, -0.6)))))
  darken(layer, where, 0.5, 2.4)
  uncover(layer, where)
  coat(layer, part === 'heel' ? 'outsole' : part, where, { tint: 0.8 })
  raise(layer, where, 9, 0.7)
}

async function nails(layer: Layer, form: PlanForm): Promise<void> {
  const places = flip(planOf(form, -5.6)).filter((p) => p.x > 236)
  const where = await onLayer(
    layer,
    discs([...places, { x: 242, y: -14 }, { x: 240.6, y: 0 }, { x: 242, y: 14 }], 0.9),
  )
  coat(layer, 'metal', where)
  raise(layer, where, 0.3, 0.15)
}

/** Ballerina: leather with a thin rubber forepart and a small top piece. */
export const slim: Tread = async (layer, form) => {
  await leather(layer, form)
  const pad = clipped(
    await onLayer(layer, filled(flip(planOf(form, -9)))),
    await onLayer(layer, filled(points('-10,-60c 118,-60c 126,0 118,60c -10,60c'))),
  )
  coat(layer, 'toplift', pad)
  raise(layer, pad, 0.5, 0.3)
  const ribs = Array.from({ length: 24 }, (_, i) => bar(14 + i * 4.6, -60, 15.4 + i * 4.6, 60))
  const cut = clipped(await onLayer(layer, polygons(ribs)), pad)
  raise(layer, cut, -0.5, 0.2)
}

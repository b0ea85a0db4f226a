import { onLayer } from '../craft'
import { type Patch, clipped } from '../field'
import { type Layer, darken, raise, uncover } from '../layer'
import { type Mark, filled, stroked } from '../marks'
import { type Point, point } from '../points'
import { type PlanForm, planOf } from './plan'

/** A worn-in pattern under a shoe: sinks the field inside the rim, then raises what touches the ground. */
export type Tread = (layer: Layer, form: PlanForm) => Promise<void>

export const flip = (line: readonly Point[]): Point[] => line.map((p) => ({ ...p, y: -p.y }))

/** The field inside a rim of `rim` mm, sunk and darker. */
export async function field(layer: Layer, form: PlanForm, rim: number, depth: number): Promise<Patch> {
  const inside = await onLayer(layer, filled(flip(planOf(form, -rim))))
  raise(layer, inside, -depth, 0.3)
  darken(layer, inside, 0.3)
  return onLayer(layer, filled(flip(planOf(form, -rim - 1.6))))
}

/** Raises a pattern out of the field. */
export async function standing(
  layer: Layer,
  pattern: Mark,
  within: Patch,
  mm: number,
  bevel = 0.35,
): Promise<void> {
  const where = clipped(await onLayer(layer, pattern), within)
  raise(layer, where, mm, bevel)
  uncover(layer, where)
}

export const bar = (x0: number, y0: number, x1: number, y1: number): Point[] => [
  point(x0, y0),
  point(x1, y0),
  point(x1, y1),
  point(x0, y1),
]

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

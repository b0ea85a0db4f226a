import { dressStitch, holes, panel, stitch } from '../craft'
import type { Layer } from '../layer'
import { discs, filled, joined } from '../marks'
import { along, offset, type Point } from '../points'
import { sampled } from '../spline'

/** The seam of a punched piece; `inside` is 1 when the piece lies left of the line's direction, -1 when right. */
export interface BrogueLine {
  readonly line: readonly Point[]
  readonly inside: 1 | -1
}

/** A piece with a gimped edge, two rows of stitches and between them a large hole, a pair of small ones, and so on. */
export async function brogue(
  layer: Layer,
  { line, inside }: BrogueLine,
  shape: readonly Point[],
): Promise<void> {
  const curve = sampled(line, false)
  const teeth = along(curve, 2.1)
  await panel(layer, joined([filled(shape), discs(teeth, 0.95)]), 'cap', { thick: 1.1, edge: 0.7 })
  for (const inset of [1.5, 5.6]) await stitch(layer, offset(curve, inside * inset), dressStitch)
  const row = offset(curve, inside * 3.5)
  const large = along(row, 5.2)
  const small = large.flatMap(({ x, y, dx, dy }) => {
    const [mx, my] = [x + dx * 2.6, y + dy * 2.6]
    return [0.75, -0.75].map((side) => ({ x: mx - dy * side, y: my + dx * side }))
  })
  await holes(layer, large, 0.98)
  await holes(layer, small, 0.46)
}

/** The rosette punched into the toe, foreshortened as it bows away. */
export async function medallion(layer: Layer): Promise<void> {
  const ring = (count: number, radius: number, turn: number): { x: number; y: number }[] =>
    Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * 2 * Math.PI + turn
      return { x: 35 + Math.cos(angle) * radius, y: 38.5 + Math.sin(angle) * radius * 0.55 }
    })
  await holes(layer, [{ x: 35, y: 38.5 }, ...ring(6, 9, 0.5)], 0.85)
  await holes(layer, [...ring(6, 4.4, 0), ...ring(12, 12.4, 0.2)], 0.45)
}

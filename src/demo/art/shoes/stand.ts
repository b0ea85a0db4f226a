import type { Point } from '../points'

/** Lays a shoe's own points (x outward to its lateral side) where it stands in the picture. */
export type Stand = (line: readonly Point[]) => Point[]

/** The shoe's centre line at `centre`; `side` is -1 for the left shoe. */
export const standing =
  (centre: number, side: 1 | -1): Stand =>
  (line) =>
    line.map((p) => ({ ...p, x: centre + side * p.x }))

/** The whole outline of a half one: up one side, over the middle, down the other, which is a little slimmer. */
export function whole(half: readonly Point[]): Point[] {
  const other = [...half].reverse().map((p) => ({ ...p, x: -p.x * 0.97 }))
  return [...half, ...other]
}

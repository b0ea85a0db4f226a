import { type Point, point } from '../points'

/** How a sole's outline differs from the common one, as factors of its width. */
export interface PlanForm {
  readonly toe: number
  readonly ball: number
  readonly waist: number
  readonly heel: number
  /** Millimetres that a pointed toe reaches further and a round one less. */
  readonly tip?: number
}

/** From the toe along the medial side to the heel and back along the lateral one; y is medial, in mm. */
const base: readonly (readonly [number, number])[] = [
  [0, 8],
  [10, 29],
  [38, 43],
  [78, 48],
  [104, 46.5],
  [140, 38.5],
  [180, 32],
  [220, 31],
  [258, 32],
  [284, 25],
  [298, 8],
  [299, -8],
  [286, -26],
  [258, -34],
  [220, -36],
  [180, -41],
  [140, -48],
  [104, -51],
  [68, -47],
  [36, -37],
  [13, -21],
  [2, -5],
]

export const forms = {
  ballerina: { toe: 0.86, ball: 0.9, waist: 0.86, heel: 0.92, tip: 1 },
  chelsea: { toe: 0.88, ball: 0.95, waist: 0.9, heel: 0.97, tip: 2 },
  derby: { toe: 0.88, ball: 0.95, waist: 0.88, heel: 0.96, tip: 2 },
  hiker: { toe: 1.06, ball: 1.04, waist: 1.08, heel: 1.1, tip: 0 },
  loafer: { toe: 0.93, ball: 0.95, waist: 0.88, heel: 0.95, tip: 1 },
  runner: { toe: 0.98, ball: 1.02, waist: 1, heel: 1.12, tip: 0 },
  sandal: { toe: 1.1, ball: 1.04, waist: 1.02, heel: 1.02, tip: 0 },
  sneaker: { toe: 1, ball: 1, waist: 1, heel: 1, tip: 0 },
} as const satisfies Record<string, PlanForm>

/** Width factor at `x`: blended between toe, ball, waist and heel. */
function factorAt(form: PlanForm, x: number): number {
  const stops: readonly (readonly [number, number])[] = [
    [14, form.toe],
    [92, form.ball],
    [190, form.waist],
    [270, form.heel],
  ]
  const after = stops.findIndex(([at]) => at >= x)
  const [right, left] = [stops[after], stops[after - 1]]
  if (!right) return form.heel
  if (!left) return form.toe
  const t = (x - left[0]) / (right[0] - left[0])
  return left[1] + (right[1] - left[1]) * t
}

/** The outline seen from above, grown outwards by `grow` mm; `y` is positive on the medial side. */
export function planOf(form: PlanForm, grow = 0): Point[] {
  return base.map(([x, y]) => {
    const end = x < 40 ? -1 : x > 275 ? 1 : 0
    const along = end * grow * (Math.abs(y) < 12 ? 1 : 0.55)
    const reach = x < 12 ? -(form.tip ?? 0) : 0
    const across = Math.sign(y) * grow * (Math.abs(y) < 12 ? 0.15 : x < 20 || x > 280 ? 0.75 : 1)
    return point(x + along + reach, y * factorAt(form, x) + across)
  })
}

/** Where one shoe of a pair lies: the left one below, the right one above it, mirrored. */
export interface Place {
  readonly centre: number
  readonly side: 1 | -1
}

export const leftPlace: Place = { centre: -57, side: 1 }
export const rightPlace: Place = { centre: 57, side: -1 }

/** A shoe's own points (y medial) laid in the picture. */
export const laid = ({ centre, side }: Place, line: readonly Point[]): Point[] =>
  line.map((p) => ({ ...p, y: centre + side * p.y }))

import type { Point } from './points'

interface Tangent {
  readonly x: number
  readonly y: number
  /** The longest chord this tangent may serve. */
  readonly reach: number
}

const chord = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y) || 1e-6

function straight(a: Point, b: Point): Tangent {
  const length = chord(a, b)
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length, reach: length }
}

/** The direction of the shorter neighbour weighs more; without the cap a short segment throws a wave into a long one. */
function tangentAt(before: Point, here: Point, after: Point): Tangent {
  const came = straight(before, here)
  const goes = straight(here, after)
  const sum = came.reach + goes.reach
  return {
    x: (came.x * goes.reach + goes.x * came.reach) / sum,
    y: (came.y * goes.reach + goes.y * came.reach) / sum,
    reach: Math.min(came.reach, goes.reach) * 2.2,
  }
}

/** The control points of each cubic segment of a smooth curve through `line`. */
export function cubics(line: readonly Point[], isClosed: boolean): Point[][] {
  const count = line.length
  const get = (i: number): Point => {
    const found = isClosed ? line[(i + count) % count] : line[Math.max(0, Math.min(count - 1, i))]
    if (!found) throw new Error('A curve needs points')
    return found
  }
  return Array.from({ length: isClosed ? count : count - 1 }, (_, i) => {
    const [a, b] = [get(i), get(i + 1)]
    const length = chord(a, b)
    const out = a.corner ? straight(a, b) : tangentAt(get(i - 1), a, b)
    const into = b.corner ? straight(a, b) : tangentAt(a, b, get(i + 2))
    const [p, q] = [Math.min(length, out.reach) / 3, Math.min(length, into.reach) / 3]
    return [
      a,
      { x: a.x + out.x * p, y: a.y + out.y * p, corner: false },
      { x: b.x - into.x * q, y: b.y - into.y * q, corner: false },
      b,
    ]
  })
}

const pair = (p: Point): string => `${p.x.toFixed(2)} ${p.y.toFixed(2)}`

/** SVG path data of a smooth curve through `line`. */
export function pathData(line: readonly Point[], isClosed: boolean): string {
  const [first] = line
  if (!first) throw new Error('A curve needs points')
  const segments = cubics(line, isClosed).map((s) => `C${s.slice(1).map(pair).join(' ')}`)
  return `M${pair(first)}${segments.join('')}${isClosed ? 'Z' : ''}`
}

/** Points close together along the curve. */
export function sampled(line: readonly Point[], isClosed: boolean, perSegment = 12): Point[] {
  return cubics(line, isClosed).flatMap((s) => {
    const [a, b, c, d] = s
    if (!a || !b || !c || !d) return []
    return Array.from({ length: perSegment }, (_, i) => {
      const t = i / perSegment
      const [k0, k1, k2, k3] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      return {
        x: a.x * k0 + b.x * k1 + c.x * k2 + d.x * k3,
        y: a.y * k0 + b.y * k1 + c.y * k2 + d.y * k3,
        corner: false,
      }
    })
  })
}

/** Millimetres, x right, y up; a corner takes the direction of the chord instead of the curve. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly corner: boolean
}

/** Reads `3,24c 5,34 11,43`: points in millimetres, `c` marking a corner. Throws when a number is missing. */
export function points(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const corner = word.endsWith('c')
      const [x, y] = (corner ? word.slice(0, -1) : word).split(',').map(Number)
      if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new Error(`Not a point: ${word}`)
      return { x, y, corner }
    })
}

export const point = (x: number, y: number, corner = false): Point => ({ x, y, corner })

/** The line moved sideways by `distance` mm, to the left of its direction. */
export function offset(line: readonly Point[], distance: number): Point[] {
  return line.map((p, i) => {
    const before = line[i - 1] ?? p
    const after = line[i + 1] ?? p
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
    const shift = distance / length
    return { ...p, x: p.x - (after.y - before.y) * shift, y: p.y + (after.x - before.x) * shift }
  })
}

/** Points every `step` mm along the straight segments of a line, with the direction there. */
export function along(
  line: readonly Point[],
  step: number,
): { x: number; y: number; dx: number; dy: number }[] {
  const found: { x: number; y: number; dx: number; dy: number }[] = []
  let next = 0
  let walked = 0
  line.forEach((from, i) => {
    const to = line[i + 1]
    if (!to) return
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const dx = (to.x - from.x) / (length || 1)
    const dy = (to.y - from.y) / (length || 1)
    for (; next <= walked + length; next += step) {
      found.push({ x: from.x + dx * (next - walked), y: from.y + dy * (next - walked), dx, dy })
    }
    walked += length
  })
  return found
}

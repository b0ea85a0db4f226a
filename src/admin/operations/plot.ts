export interface Point {
  day: string
  bytes: number
}

export interface Plot {
  /** Points of the line, `x,y` each, in a box of 1000 by 1000 whose top is `top`. */
  line: string
  /** The same down to the ground and back, to be filled. */
  area: string
  /** Bytes at the top of the box; the ground is 0. */
  top: number
  /** Where the limit runs, 0 at the top to 1000; undefined when it is far above. */
  limitAt?: number
}

const side = 1000
const rounds = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The next round size above: 3 MB, 150 MB, 1 GB. */
export function roundAbove(bytes: number): number {
  const least = Math.max(1, bytes)
  const unit = 1024 ** Math.floor(Math.log(least) / Math.log(1024))
  const ten = 10 ** Math.floor(Math.log10(least / unit))
  const factor = rounds.find((round) => round * ten * unit >= least) ?? 10
  return factor * ten * unit
}

const dayOf = (day: string): number => Date.parse(day) / 86_400_000
const short = (value: number): string => String(Math.round(value * 10) / 10)

/** A line through two sizes or more, by their days; days that are missing leave their room. A limit is drawn when it is near. */
export function plotOf(points: readonly Point[], room?: number): Plot | undefined {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first.day === last.day) return undefined
  const greatest = Math.max(...points.map(({ bytes }) => bytes))
  const isNear = room !== undefined && room <= 2 * greatest
  const top = roundAbove(isNear ? Math.max(room, greatest) * 1.05 : greatest)
  const span = dayOf(last.day) - dayOf(first.day)
  const yOf = (bytes: number) => side * (1 - bytes / top)
  const line = points
    .map(({ day, bytes }) => `${short((side * (dayOf(day) - dayOf(first.day))) / span)},${short(yOf(bytes))}`)
    .join(' ')
  return {
    line,
    area: `0,${side} ${line} ${side},${side}`,
    top,
    ...(isNear && { limitAt: Math.round(yOf(room)) }),
  }
}

/** The last size of each month, newest first. */
export function byMonth(points: readonly Point[]): Point[] {
  const months = new Map(points.map((point) => [point.day.slice(0, 7), point]))
  return [...months.values()].reverse()
}

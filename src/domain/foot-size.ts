import type { SizeLabels } from './views'

/** Whose sizes a shopper keeps as their own, as the shop sells them. */
export const ownSegments = ['women', 'men'] as const
export type OwnSegment = (typeof ownSegments)[number]

/** The codes of the width scale. */
export const ownWidths = ['narrow', 'standard', 'wide'] as const
export type OwnWidth = (typeof ownWidths)[number]

/** In what somebody says their size: the systems of the shop, or millimetres of foot. */
export const saidIn = ['mm', 'eu', 'uk', 'us', 'cm'] as const
export type SaidIn = (typeof saidIn)[number]

/** Millimetres of foot that are believed; the foot ruler ends at 330. */
export const footLimits = { own: { least: 200, most: 330 }, child: { least: 70, most: 280 } } as const

/** A family, not a school. */
export const mostChildren = 10
export const childNameLength = 40
/** Months after which a child's foot should be measured again. */
export const measuringMonths = 3

/**
 * Millimetres that a last is longer than the foot its size is made for: two Paris points of 20/3 mm, rounded down, so
 * that no room is promised which is not there. Source: the size scales, DECISIONS 29.
 */
const lastOverFoot = 13
/** Millimetres of room for a growing foot. Source: usual fitting advice, 12 mm; DECISIONS 29. */
export const growthRoomMm = 12
/** Millimetres from one whole size to the next, a Paris point rounded up. */
const wholeSize = 7

type Point = SizeLabels & { footMm: number }

const pointsOf = (rows: readonly SizeLabels[]): Point[] =>
  rows
    .filter((row): row is Point => row.footMm !== undefined)
    .toSorted((one, other) => one.footMm - other.footMm)

/** The first of these scales is the one that sizes are said in; a size of the others is known when it is exactly theirs. */
export type FootScales = readonly (readonly SizeLabels[])[]

/** `42⅔`, `42-2-3` and `42 2/3` are one; so are `8,5`, `8½` and `8.5`, and a system before it is no part of it. */
const tidy = (size: string): string =>
  size
    .trim()
    .toUpperCase()
    .replace(/^(EU|UK|US)?\s*[MW]?\s*(?=\d)/, '')
    .replace(/½/, '.5')
    .replace(/\s*⅓/, ' 1/3')
    .replace(/\s*⅔/, ' 2/3')
    .replace(/^(\d+)-([12])-3$/, '$1 $2/3')
    .replace(',', '.')
    .replace(/\s+/g, ' ')
    .replace(/\.0$/, '')

/** A size as part of an address: `42⅔` and `42 2/3` are `42-2-3`. */
export const sizeSegment = (size: string): string => tidy(size).replace(/[ /]/g, '-')

const isFoot = (mm: number): boolean =>
  Number.isInteger(mm) && mm >= footLimits.own.least && mm <= footLimits.own.most

const labelIn = (point: Point, system: 'eu' | 'uk' | 'us', segment: OwnSegment): string | undefined =>
  system === 'us' ? (segment === 'women' ? point.usW : point.usM) : point[system]

/**
 * Millimetres of foot that a grown-up's size means, or nothing when no scale has such a size. Centimetres are the foot's,
 * as Japan and Mondopoint count.
 */
export function footOf(
  scales: FootScales,
  { size, system, segment }: { size: string; system: SaidIn; segment: OwnSegment },
): number | undefined {
  const said = tidy(size)
  if (system === 'mm' || system === 'cm') {
    if (!/^\d{1,3}(\.\d)?$/.test(said)) return undefined
    const mm = system === 'mm' ? Number(said) : Math.round(Number(said) * 10)
    return isFoot(mm) ? mm : undefined
  }
  const found = scales
    .flatMap(pointsOf)
    .find((point) => tidy(labelIn(point, system, segment) ?? '') === said && said !== '')
  return found && isFoot(found.footMm) ? found.footMm : undefined
}

/** The size of a grown-up's foot: the one made for exactly it, else the nearest; of two as near, the larger. */
export function ownSizeOf(scales: FootScales, footMm: number): SizeLabels | undefined {
  const exact = scales.flatMap(pointsOf).find((point) => point.footMm === footMm)
  if (exact) return exact
  const points = pointsOf(scales[0] ?? [])
  const distance = (point: Point): number => Math.abs(point.footMm - footMm)
  const [nearest] = points.toSorted(
    (one, other) => distance(one) - distance(other) || other.footMm - one.footMm,
  )
  return nearest && distance(nearest) <= wholeSize ? nearest : undefined
}

/** The shortest foot that a size may be made for to leave a child of this foot its room to grow. */
export const leastForChild = (footMm: number): number => footMm + growthRoomMm - lastOverFoot

export interface ChildSize {
  labels: SizeLabels
  /** Millimetres between the toes and the end of the shoe. */
  roomMm: number
}

/**
 * The smallest size with room to grow for a child of this foot, or nothing when the shop has none so small or so large.
 * `scales` are the children's, then those of grown-ups for feet that are past them.
 */
export function childSizeOf(scales: FootScales, footMm: number): ChildSize | undefined {
  const least = leastForChild(footMm)
  for (const [index, points] of scales.map(pointsOf).entries()) {
    const found = points.find((point) => point.footMm >= least)
    const isTooLarge = index === 0 && found === points[0] && found && found.footMm - wholeSize >= least
    if (isTooLarge) return undefined
    if (found) return { labels: found, roomMm: found.footMm + lastOverFoot - footMm }
  }
  return undefined
}

/** A day so many months later; of a month that is too short, its last day. Days are `2026-11-28`. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whether a measurement is so old that a child should be measured again. */
export const isOldMeasurement = (measuredOn: string, today: string): boolean =>
  monthsAfter(measuredOn, measuringMonths) < today

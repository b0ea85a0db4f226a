/** Days of samples that growth is reckoned from, and how many they must span before it is told. */
const window = 30
const leastSpan = 7
/** What counts as short of room: this share taken, full within so many days, or as little left on a disk. */
const fullShare = 0.8
const soonDays = 30
const leastOnDisk = 1024 ** 3

const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000

/**
 * Bytes that a database grows by in a day: the straight line through the sizes of the last thirty days. Undefined while they
 * span less than a week.
 * @param {readonly { day: string, bytes: number }[]} samples Oldest first; `day` as `2026-11-29`.
 * @returns {number | undefined}
 */
export function growthOf(samples) {
  const newest = samples.at(-1)
  if (!newest) return undefined
  const points = samples
    .map(({ day, bytes }) => ({ x: dayOf(day) - dayOf(newest.day), y: bytes }))
    .filter(({ x }) => x >= -window)
  if (-(points[0]?.x ?? 0) < leastSpan) return undefined
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const spread = mean((point) => (point.x - x) ** 2)
  return mean((point) => (point.x - x) * (point.y - y)) / spread
}

/**
 * The size a month ago: of the newest sample that is thirty days older than the last, else of the oldest.
 * @template {{ day: string }} Sample
 * @param {readonly Sample[]} samples Oldest first.
 * @returns {Sample | undefined}
 */
export function monthBefore(samples) {
  const newest = samples.at(-1)
  if (!newest) return undefined
  const before = samples.filter(({ day }) => dayOf(day) <= dayOf(newest.day) - window)
  return before.at(-1) ?? samples[0]
}

/**
 * How much room a database has: up to a limit that somebody set, or to the end of its disk, whichever comes first. Undefined
 * where neither is known.
 * @param {{ bytes: number, perDay?: number | undefined, limit?: number | undefined, free?: number | undefined }} known
 *   All in bytes; `free`: of the disk that the database is on.
 * @returns {{ bounds: 'limit' | 'disk', room: number, left: number, share: number, days?: number, isShort: boolean } | undefined}
 *   `room` and `left` in bytes, `share` of `room` that is taken, `days` until it is full at the growth of now. `isShort`: four
 *   fifths are taken, it is full within thirty days, or the disk has less than a gigabyte.
 */
export function storageOf({ bytes, perDay, limit, free }) {
  const ends = [
    ...(limit === undefined ? [] : [{ bounds: 'limit', room: limit }]),
    ...(free === undefined ? [] : [{ bounds: 'disk', room: bytes + free }]),
  ].sort((one, other) => one.room - other.room)
  const [end] = ends
  if (!end) return undefined
  const left = Math.max(0, end.room - bytes)
  const share = bytes / end.room
  const days = perDay !== undefined && perDay > 0 ? Math.floor(left / perDay) : undefined
  const isShort =
    share >= fullShare ||
    (days !== undefined && days <= soonDays) ||
    (end.bounds === 'disk' && left < leastOnDisk)
  return { ...end, left, share, ...(days !== undefined && { days }), isShort }
}

/** Pictures of a turn: with fewer it jumps, with more nobody waits for them. */
export const fewestFrames = 12
export const mostFrames = 72

interface FrameSize {
  id: string
  width: number
  height: number
}

/** The height of one at the width of the other differs by less than a pixel: encoders round. */
const isAlike = (one: FrameSize, other: FrameSize): boolean =>
  Math.abs(one.width * other.height - other.width * one.height) <= Math.max(one.width, other.width)

const sizeOf = ({ width, height }: FrameSize): string => `${width} × ${height}`

/** What keeps pictures, in their order, from being a turn, in words; undefined when nothing does, and for none. */
export function turnFault(frames: readonly FrameSize[]): string | undefined {
  const [first] = frames
  if (!first) return undefined
  if (frames.length < fewestFrames || frames.length > mostFrames)
    return `A turn has ${fewestFrames} to ${mostFrames} pictures; here ${frames.length === 1 ? 'is 1' : `are ${frames.length}`}.`
  const ids = frames.map(({ id }) => id)
  const twice = ids.findIndex((id, place) => ids.indexOf(id) !== place)
  if (twice > 0)
    return `Picture ${twice + 1} is the same as picture ${ids.indexOf(ids[twice] ?? '') + 1}. Each stands once.`
  const odd = frames.findIndex((frame) => !isAlike(frame, first))
  if (odd > 0)
    return `All pictures of a turn have the same proportions: the first is ${sizeOf(first)}, picture ${odd + 1} is ${sizeOf(frames[odd] ?? first)}.`
  return undefined
}

/** Frames that an arrow turns by. */
export const stepsOfKey: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
}

/** Where a frame is after one has gone on, or back, past either end. */
export const wrapFrame = (frame: number, count: number): number => ((frame % count) + count) % count

/** How far the shoe has turned at a frame, in whole degrees. */
export const degreesOf = (frame: number, count: number): number => Math.round((frame * 360) / count)

/** The frame after a drag by so many pixels to the right, which turns once around over the whole width. */
export const draggedTo = (from: number, pixels: number, { width, count }: { width: number; count: number }) =>
  wrapFrame(from + Math.round((pixels / width) * count), count)

/** The order in which frames are fetched: every fourth, so that it turns at once, then those halfway, then the rest. */
export function loadingOrder(count: number): number[] {
  const frames = Array.from({ length: count }, (_, frame) => frame)
  const round = (frame: number): number => (frame % 4 === 0 ? 0 : frame % 2 === 0 ? 1 : 2)
  return frames.sort((one, other) => round(one) - round(other))
}

/** The frames that are shown: all, or a third of them, evenly and no fewer than make a turn, where every byte counts. */
export function keptFrames(count: number, isSparing: boolean): number[] {
  const wanted = isSparing ? Math.max(Math.min(count, fewestFrames), Math.ceil(count / 3)) : count
  return Array.from({ length: wanted }, (_, place) => Math.floor((place * count) / wanted))
}

/** The frame that is there and nearest to the wanted one, around the end too. */
export function nearestFrame(
  wanted: number,
  count: number,
  isThere: (frame: number) => boolean,
): number | undefined {
  for (let away = 0; away <= count / 2; away += 1)
    for (const frame of [wrapFrame(wanted - away, count), wrapFrame(wanted + away, count)])
      if (isThere(frame)) return frame
  return undefined
}

/** Widths, of those that the image route makes, that frames are fetched in: dozens of them are in memory at once. */
export const frameWidths = [320, 480, 640, 800, 1000] as const
const mostSparing = 480

/** The width for a place of so many CSS pixels on a screen of that density. */
export function fittingWidth(pixels: number, density: number, isSparing: boolean): number {
  const wanted = pixels * Math.min(density, 2)
  const fitting = frameWidths.find((width) => width >= wanted) ?? 1000
  return isSparing ? Math.min(fitting, mostSparing) : fitting
}

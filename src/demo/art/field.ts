/** Pixels of the frame: left, top, width, height. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Values over a box; zero everywhere else. */
export interface Patch extends Box {
  readonly values: Float32Array
}

/** How millimetres become pixels. Millimetres run right and up; the origin is the toe on the ground. */
export interface Frame {
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Millimetres from the left edge to x = 0. */
  readonly left: number
  /** Millimetres from the top edge down to y = 0. */
  readonly ground: number
}

/** Reads an element that the caller knows is inside. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0

export const xOf = (frame: Frame, column: number): number => (column + 0.5) / frame.scale - frame.left
export const yOf = (frame: Frame, row: number): number => frame.ground - (row + 0.5) / frame.scale

export function emptyPatch(box: Box): Patch {
  return { x: box.x, y: box.y, w: box.w, h: box.h, values: new Float32Array(box.w * box.h) }
}

export function overlap(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const w = Math.max(0, Math.min(a.x + a.w, b.x + b.w) - x)
  const h = Math.max(0, Math.min(a.y + a.h, b.y + b.h) - y)
  return { x, y, w, h }
}

/** Calls `work(indexInA, indexInB)` for every pixel in both boxes. */
export function eachShared(a: Box, b: Box, work: (inA: number, inB: number) => void): void {
  const shared = overlap(a, b)
  for (let row = shared.y; row < shared.y + shared.h; row++) {
    let inA = (row - a.y) * a.w + shared.x - a.x
    let inB = (row - b.y) * b.w + shared.x - b.x
    for (let column = 0; column < shared.w; column++) work(inA++, inB++)
  }
}

/** The patch copied into another box: zero where it had nothing. */
export function copyInto(patch: Patch, box: Box): Patch {
  const copy = emptyPatch(box)
  eachShared(copy, patch, (to, from) => {
    copy.values[to] = at(patch.values, from)
  })
  return copy
}

/** `patch` times `by`, over the box of `patch`. */
export function clipped(patch: Patch, by: Patch): Patch {
  const result = emptyPatch(patch)
  eachShared(patch, by, (inPatch, inBy) => {
    result.values[inPatch] = at(patch.values, inPatch) * at(by.values, inBy)
  })
  return result
}

/** `patch` where `hole` is not. */
export function cutOut(patch: Patch, hole: Patch): Patch {
  const result: Patch = { ...patch, values: patch.values.slice() }
  eachShared(patch, hole, (inPatch, inHole) => {
    result.values[inPatch] = at(patch.values, inPatch) * (1 - at(hole.values, inHole))
  })
  return result
}

import { at, type Frame } from '../field'
import { coat, eachPixel, flatLayer, type Layer, raise } from '../layer'
import { filled, type Mark, stroked } from '../marks'
import { onLayer } from '../craft'
import { point, type Point, points } from '../points'
import type { Part } from '../colourways/colourway'

/** A body turned on an upright axis, seen from the side: in each row as deep as it is wide. */
export async function turnedLayer(frame: Frame, outline: string): Promise<Layer> {
  const layer = await flatLayer(frame, filled(points(outline)))
  const { w, h, values } = layer.mask
  for (let row = 0; row < h; row++) {
    const { radius, axis } = spanOf(values.subarray(row * w, (row + 1) * w))
    for (let column = 0; column < w; column++)
      layer.height[row * w + column] =
        Math.sqrt(Math.max(0, radius ** 2 - (column + 0.5 - axis) ** 2)) / frame.scale
  }
  return layer
}

/** How wide a row is, to a part of a pixel: whole pixels would show as steps in the light. */
function spanOf(row: Float32Array): { radius: number; axis: number } {
  let [width, moment] = [0, 0]
  row.forEach((covered, column) => {
    width += covered
    moment += covered * (column + 0.5)
  })
  return { radius: width / 2, axis: moment / Math.max(width, 1) }
}

/** Printed on: colour and no height. */
export async function printed(layer: Layer, mark: Mark, part: Part, tint = 1): Promise<void> {
  coat(layer, part, await onLayer(layer, mark), { tint })
}

/** A line pressed into or, below zero, out of a sheet. */
export async function pressed(layer: Layer, line: Mark, mm: number, bevel = 0.3): Promise<void> {
  raise(layer, await onLayer(layer, line), -mm, bevel)
}

/** Points of a circle, enough of them for the smooth line through them to be round. */
export const circle = (x: number, y: number, radius: number): Point[] => arc({ x, y }, radius, 0, 1 - 1 / 20)

/** Points of a part of a circle, from one share of the whole turn to another. */
export function arc(centre: { x: number; y: number }, radius: number, from: number, to: number): Point[] {
  const steps = Math.max(3, Math.round(Math.abs(to - from) * 20))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = 2 * Math.PI * (from + ((to - from) * i) / steps)
    return point(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle))
  })
}

export const ring = (x: number, y: number, radius: number, width: number): Mark =>
  stroked(circle(x, y, radius), width, { closed: true })

/** A bar with square ends. */
export const bar = (left: number, bottom: number, right: number, top: number): Mark =>
  filled([
    point(left, bottom, true),
    point(right, bottom, true),
    point(right, top, true),
    point(left, top, true),
  ])

/** Heights that follow `of`, in mm, wherever the layer is. */
export function shaped(layer: Layer, of: (x: number, y: number) => number): void {
  eachPixel(layer, (i, x, y) => {
    layer.height[i] = at(layer.height, i) + of(x, y)
  })
}

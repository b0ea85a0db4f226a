import { blurred } from './blur'
import { at, eachShared, type Frame, type Patch } from './field'
import { inflated } from './inflate'
import { filled, type Mark } from './marks'
import type { Point } from './points'
import { raster } from './raster'
import type { Part } from './colourways/colourway'

/** Which part covers which pixels; the colourway decides what with. */
export interface Coating {
  readonly part: Part
  /** The whole layer when absent. */
  readonly where?: Patch
  readonly bump: number
  readonly tint: number
}

/** One body of the shoe: where it is, how high, how dark, and which parts cover it. Heights in mm to the viewer. */
export interface Layer {
  readonly frame: Frame
  readonly mask: Patch
  readonly height: Float32Array
  /** Light that reaches a pixel, 1 in the open. */
  readonly light: Float32Array
  readonly coatings: Coating[]
  /** Where the polish darkens, 0..1; the colourway says how much. */
  readonly polish: Float32Array
}

export function layerOf(frame: Frame, mask: Patch, height?: Patch): Layer {
  const size = mask.values.length
  return {
    frame,
    mask,
    height: height ? height.values : new Float32Array(size),
    light: new Float32Array(size).fill(1),
    coatings: [],
    polish: new Float32Array(size),
  }
}

/** A flat piece: lining, lace, sole. */
export async function flatLayer(frame: Frame, mark: Mark): Promise<Layer> {
  return layerOf(frame, await raster(frame, mark))
}

/** A piece of upper that takes its curve from the last below it. */
export async function lastedLayer(
  frame: Frame,
  outline: readonly Point[],
  last: readonly Point[],
  peak: number,
): Promise<Layer> {
  const mask = await raster(frame, filled(outline))
  return layerOf(frame, mask, await inflated(frame, mask, last, peak))
}

export function coat(layer: Layer, part: Part, where?: Patch, { bump = 1, tint = 1 } = {}): void {
  layer.coatings.push(where ? { part, where, bump, tint } : { part, bump, tint })
}

/** Lifts (or, below zero, sinks) by `mm` with an edge softened over `bevel` mm. */
export function raise(layer: Layer, where: Patch, mm: number, bevel = 0.35): void {
  const soft = blurred(where, bevel * layer.frame.scale)
  eachShared(layer.mask, soft, (i, j) => {
    layer.height[i] = at(layer.height, i) + mm * at(soft.values, j)
  })
}

/** Takes away the share `amount` of the light, softened over `blur` mm. */
export function darken(layer: Layer, where: Patch, amount: number, blur = 0): void {
  const soft = blurred(where, blur * layer.frame.scale)
  eachShared(layer.mask, soft, (i, j) => {
    layer.light[i] = at(layer.light, i) * (1 - amount * at(soft.values, j))
  })
}

/** Undoes darkening where a piece lies on top. */
export function uncover(layer: Layer, where: Patch): void {
  eachShared(layer.mask, where, (i, j) => {
    layer.light[i] = at(layer.light, i) + (1 - at(layer.light, i)) * at(where.values, j)
  })
}

/** Calls `work` with each pixel's index and place in mm. */
export function eachPixel(layer: Layer, work: (i: number, x: number, y: number) => void): void {
  const { mask, frame } = layer
  for (let row = 0; row < mask.h; row++) {
    const y = frame.ground - (mask.y + row + 0.5) / frame.scale
    for (let column = 0; column < mask.w; column++) {
      const i = row * mask.w + column
      if (at(mask.values, i) > 0) work(i, (mask.x + column + 0.5) / frame.scale - frame.left, y)
    }
  }
}

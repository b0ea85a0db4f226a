import { blurred } from './blur'
import { at, clipped, eachShared, type Patch } from './field'
import { coat, darken, eachPixel, type Layer, raise, uncover } from './layer'
import { discs, filled, type Mark, stroked } from './marks'
import type { Point } from './points'
import { raster } from './raster'
import type { Part } from './colourways/colourway'

/** A mark rasterised and cut to the layer. */
export async function onLayer(layer: Layer, mark: Mark): Promise<Patch> {
  return clipped(await raster(layer.frame, mark), layer.mask)
}

export interface Panel {
  /** Thickness in mm; below zero the panel is sunk. */
  readonly thick?: number
  readonly bevel?: number
  /** How dark the cut edge is, 0 to 1. */
  readonly edge?: number
  readonly tint?: number
}

/** A piece sewn on top: shadow round it, its own coat, its thickness and a darker cut edge. */
export async function panel(
  layer: Layer,
  shape: readonly Point[] | Mark,
  part: Part,
  options: Panel = {},
): Promise<Patch> {
  const { thick = 1.1, bevel = 0.3, edge = 0.6, tint = 1 } = options
  const where = await onLayer(layer, 'svg' in shape ? shape : filled(shape))
  darken(layer, where, 0.3, 0.9)
  uncover(layer, where)
  coat(layer, part, where, { tint })
  raise(layer, where, thick, bevel)
  if (edge > 0) cutEdge(layer, where, edge)
  return where
}

function cutEdge(layer: Layer, where: Patch, amount: number): void {
  const soft = blurred(where, 0.28 * layer.frame.scale)
  eachShared(layer.mask, where, (i, j) => {
    const inside = at(where.values, j)
    const x = where.x + (j % where.w) - soft.x
    const y = where.y + Math.floor(j / where.w) - soft.y
    const rim = inside * Math.max(0, 1 - at(soft.values, y * soft.w + x))
    layer.light[i] = at(layer.light, i) * (1 - rim * amount)
  })
}

export interface Stitching {
  /** Thread width in mm. */
  readonly width?: number
  /** Stitch and gap in mm. */
  readonly dash?: string
  readonly part?: Part
  readonly closed?: boolean
}

export const dressStitch: Stitching = { width: 0.5, dash: '1.5 0.6' }
export const sportStitch: Stitching = { width: 0.62, dash: '2.1 0.75' }

/** A row of stitches pulled into its own groove. */
export async function stitch(
  layer: Layer,
  line: readonly Point[],
  options: Stitching = sportStitch,
): Promise<void> {
  const { width = 0.62, dash = '2.1 0.75', part = 'thread', closed = false } = options
  const groove = await onLayer(layer, stroked(line, width * 1.7, { closed }))
  const thread = await onLayer(layer, stroked(line, width, { dash, round: true, closed }))
  raise(layer, groove, -0.22, 0.22)
  darken(layer, groove, 0.22, 0.1)
  coat(layer, part, thread)
  raise(layer, thread, 0.34, 0.14)
}

/** Where two pieces meet edge to edge. */
export async function seam(
  layer: Layer,
  line: readonly Point[],
  width = 0.5,
  depth = 0.5,
  dark = 0.45,
): Promise<void> {
  const where = await onLayer(layer, stroked(line, width))
  raise(layer, where, -depth, 0.3)
  darken(layer, where, dark, 0.15)
}

/** A soft crease of worn leather. */
export async function wrinkle(
  layer: Layer,
  line: readonly Point[],
  width: number,
  depth: number,
): Promise<void> {
  raise(layer, await onLayer(layer, stroked(line, width, { round: true })), -depth, width * 0.55)
}

/** Punched holes with a faint pressed rim. */
export async function holes(
  layer: Layer,
  centres: readonly { x: number; y: number }[],
  radius: number,
): Promise<void> {
  if (centres.length === 0) return
  const where = await onLayer(layer, discs(centres, radius))
  darken(layer, where, 0.75, 0.08)
  raise(layer, where, -0.7, 0.2)
}

/** Rings set into the leather, of metal or of leather as the colourway says. */
export async function eyelets(
  layer: Layer,
  centres: readonly { x: number; y: number }[],
  radius: number,
): Promise<void> {
  const ring = await onLayer(layer, discs(centres, radius))
  const hole = await onLayer(layer, discs(centres, radius * 0.56))
  coat(layer, 'eyelet', ring)
  raise(layer, ring, 0.7, 0.22)
  coat(layer, 'slot', hole, { tint: 0.4 })
  darken(layer, hole, 0.7, 0.1)
  raise(layer, hole, -0.8, 0.15)
}

/** A soft roll under the topline. */
export async function padding(layer: Layer, outline: readonly Point[], mm: number): Promise<Patch> {
  const where = await onLayer(layer, filled(outline))
  raise(layer, where, mm, 3.1)
  return where
}

/** Marks an oval where polish will darken the leather: full at the centre, nothing at the edge. */
export function polish(
  layer: Layer,
  centre: { x: number; y: number },
  rx: number,
  ry: number,
  amount = 1,
): void {
  eachPixel(layer, (i, x, y) => {
    const depth = 1 - Math.hypot((x - centre.x) / rx, (y - centre.y) / ry)
    if (depth > 0) layer.polish[i] = at(layer.polish, i) + amount * depth
  })
}

import type { Part } from '../colourways/colourway'
import { onLayer, stitch } from '../craft'
import type { Frame } from '../field'
import { inflated } from '../inflate'
import { type Layer, coat, flatLayer, layerOf, raise } from '../layer'
import { filled, stroked } from '../marks'
import { type Point, points } from '../points'
import { raster } from '../raster'
import { type Scene, put } from '../scene'
import { type Place, type PlanForm, laid, planOf } from './plan'

/** One shoe of the pair while it is being drawn from above. */
export interface Top {
  readonly scene: Scene
  readonly frame: Frame
  readonly place: Place
  readonly form: PlanForm
  readonly model: string
}

/** The shoe's own points, read and laid. */
export const on = ({ place }: Top, text: string): Point[] => laid(place, points(text))

/** The edge of the sole that shows round the upper. */
export async function rim(top: Top, part: Part, grow: number): Promise<void> {
  const outline = laid(top.place, planOf(top.form, grow))
  const mask = await raster(top.frame, filled(outline))
  const layer = layerOf(top.frame, mask, await inflated(top.frame, mask, outline, 9))
  coat(layer, part)
  raise(layer, mask, 3.4, 1.3)
  put(top.scene, layer, 0)
}

/** The upper, bowed over its own outline. */
export async function upperOf(top: Top, shrink: number, peak: number): Promise<Layer> {
  const outline = laid(top.place, planOf(top.form, -shrink))
  const mask = await raster(top.frame, filled(outline))
  const layer = layerOf(top.frame, mask, await inflated(top.frame, mask, outline, peak))
  coat(layer, 'upper')
  return layer
}

export const onRim = { dark: 0.6, blur: 1.6, dx: 0.3, dy: -0.3 }

/** A rim of welt with its stitches, then the upper's own contact. */
export async function weltStitch(top: Top, grow: number): Promise<void> {
  const line = laid(top.place, planOf(top.form, grow))
  const layer = await flatLayer(top.frame, stroked(line, 2.4, { closed: true }))
  coat(layer, 'welt')
  raise(layer, layer.mask, 1, 0.4)
  await stitch(layer, line, { width: 0.7, dash: '2.1 1', part: 'soleThread', closed: true })
  put(top.scene, layer, 3)
}

/** A tongue that comes up out of the throat and lies over the mouth's front. */
export async function tongueOf(top: Top, outline: string, seamLine: string, label?: string): Promise<void> {
  const line = on(top, outline)
  const mask = await raster(top.frame, filled(line))
  const layer = layerOf(top.frame, mask, await inflated(top.frame, mask, line, 9))
  coat(layer, 'tongue')
  raise(layer, mask, 2, 1)
  if (seamLine) await stitch(layer, on(top, seamLine), { width: 0.5, dash: '1.6 0.6' })
  if (label) {
    const patch = await onLayer(layer, filled(on(top, label)))
    coat(layer, 'tab', patch)
    raise(layer, patch, 0.5, 0.25)
  }
  put(top.scene, layer, 42, { dark: 0.55, blur: 1.7, dx: 0.6, dy: -0.6 })
}

/** The same line on both sides of the shoe. */
export async function bothSides(
  top: Top,
  text: string,
  draw: (line: Point[]) => Promise<unknown>,
): Promise<void> {
  const line = points(text)
  await draw(laid(top.place, line))
  await draw(
    laid(
      top.place,
      line.map((p) => ({ ...p, y: -p.y })),
    ),
  )
}

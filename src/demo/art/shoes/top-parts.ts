import { blurred } from '../blur'
import { onLayer, stitch } from '../craft'
import type { Part } from '../colourways/colourway'
import { at, eachShared, type Frame } from '../field'
import { inflated } from '../inflate'
import { coat, darken, eachPixel, flatLayer, type Layer, layerOf, raise } from '../layer'
import { filled, stroked } from '../marks'
import { smoothstep } from '../noise'
import { type Point, point, points } from '../points'
import { raster } from '../raster'
import { put, type Scene } from '../scene'
import { laid, type Place, planOf, type PlanForm } from './plan'
import type { Lacing } from './laces'

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

export interface Mouth {
  readonly front: number
  readonly back: number
  /** Half width of the opening. */
  readonly half: number
  /** Width of the topline that shows round it. */
  readonly rim: number
  readonly part: Part
  /** How far down the insole lies: more is darker. */
  readonly deep: number
}

/** The opening's outline: an egg, wider on the lateral side. */
export function mouthLine(top: Top, { front, back, half }: Mouth, grow = 0): Point[] {
  const length = back - front
  const shape: readonly (readonly [number, number])[] = [
    [0, 0],
    [0.05, 0.62],
    [0.24, 0.88],
    [0.52, 0.94],
    [0.79, 0.86],
    [0.95, 0.5],
    [1, 0],
    [0.96, -0.54],
    [0.79, -0.92],
    [0.52, -1],
    [0.24, -0.96],
    [0.05, -0.7],
  ]
  const line = shape.map(([t, w]) => point(front - grow + t * (length + 2 * grow), w * (half + grow)))
  return laid(top.place, line)
}

/** The topline's roll and, inside it, the insole in shadow with its sock and mark. */
export async function mouth(top: Top, form: Mouth): Promise<void> {
  const roll = await flatLayer(top.frame, filled(mouthLine(top, form, form.rim)))
  coat(roll, form.part)
  raise(roll, roll.mask, 5 + form.rim, Math.max(1, form.rim * 0.5))
  await stitch(roll, [...mouthLine(top, form, form.rim * 0.72)], {
    width: 0.5,
    dash: '1.6 0.6',
    closed: true,
  })
  put(top.scene, roll, 38, { dark: 0.4, blur: 2, dx: 0.6, dy: -0.6 })
  const inside = await flatLayer(top.frame, filled(mouthLine(top, form)))
  coat(inside, 'lining')
  await sock(top, inside, form)
  shadeInside(inside, form)
  put(top.scene, inside, 0)
}

async function sock(top: Top, layer: Layer, { front, back, half }: Mouth): Promise<void> {
  const x = front + (back - front) * 0.46
  const pad = await onLayer(
    layer,
    filled(
      laid(top.place, [
        point(x, -half - 6, true),
        point(x + 7, 0),
        point(x, half + 6, true),
        point(back + 9, half + 6, true),
        point(back + 9, -half - 6, true),
      ]),
    ),
  )
  coat(layer, 'sock', pad)
  raise(layer, pad, 0.16, 0.5)
  const m = (dx: number, dy: number): Point => point(back - 30 + dy * 0.8, dx * 0.8, true)
  const mark = await onLayer(
    layer,
    stroked(laid(top.place, [m(-9, -7), m(-9, 7), m(0, -3), m(9, 7), m(9, -7)]), 1.5),
  )
  raise(layer, mark, -0.4, 0.2)
  darken(layer, mark, 0.36, 0.1)
}

/** Light falls in from the upper left: the wall there keeps the insole dark. */
function shadeInside(layer: Layer, { front, back, deep }: Mouth): void {
  const { mask, frame } = layer
  const soft = blurred(mask, 5.5 * frame.scale)
  const shift = Math.round(4.5 * frame.scale)
  eachShared(mask, { ...soft, x: soft.x + shift, y: soft.y + shift }, (i, j) => {
    layer.light[i] = smoothstep(0.3, 1.02, at(soft.values, j))
  })
  eachPixel(layer, (i, x) => {
    const along = 0.25 + 0.75 * smoothstep(front - 6, front + (back - front) * 0.5, x)
    layer.light[i] = (0.1 + 0.9 * at(layer.light, i) * along) * (1 - deep)
  })
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

export interface LaceRows {
  readonly first: number
  readonly pitch: number
  readonly rows: number
  /** Half the distance between the two rows of eyelets, at the first and at the last row. */
  readonly spread: readonly [number, number]
}

const spreadAt = ({ rows, spread }: LaceRows, row: number): number =>
  spread[0] + ((spread[1] - spread[0]) * row) / (rows - 1)

export function eyeletsOf(top: Top, rows: LaceRows): Point[] {
  return Array.from({ length: rows.rows }, (_, i) => i).flatMap((i) => {
    const x = rows.first + i * rows.pitch
    const half = spreadAt(rows, i)
    return laid(top.place, [point(x, half), point(x, -half)])
  })
}

/** Crossing strands, then straight bars, then a bow on the last row. */
export async function laceRows(top: Top, rows: LaceRows, lacing: Lacing): Promise<void> {
  const strand = async (line: Point[], width: number, lift: number): Promise<void> => {
    const layer = await flatLayer(top.frame, stroked(laid(top.place, line), width, { round: true }))
    coat(layer, 'lace')
    raise(layer, layer.mask, lacing.thick, lacing.bevel)
    put(top.scene, layer, lift, { dark: 0.45, blur: 0.9, dx: 0.7, dy: -0.7 })
  }
  for (let i = 0; i < rows.rows - 1; i++) {
    const [x, a, b] = [rows.first + i * rows.pitch, spreadAt(rows, i), spreadAt(rows, i + 1)]
    for (const sign of [1, -1]) {
      await strand(
        [point(x, -a * sign), point(x + rows.pitch * 0.5, 0), point(x + rows.pitch, b * sign)],
        lacing.width * 0.85,
        46,
      )
    }
  }
  for (let i = 0; i < rows.rows; i++) {
    const [x, half] = [rows.first + i * rows.pitch, spreadAt(rows, i)]
    await strand([point(x, half), point(x - 0.6, 0), point(x, -half)], lacing.width, 48)
  }
  const x = rows.first + (rows.rows - 1) * rows.pitch
  await bowOn(x, lacing.width * 0.9, strand)
}

async function bowOn(
  x: number,
  width: number,
  strand: (line: Point[], width: number, lift: number) => Promise<void>,
): Promise<void> {
  await strand([point(x, 0), point(x + 9, -7), point(x + 13, -16), point(x + 12, -26)], width, 49)
  await strand([point(x, 0), point(x + 9, 8), point(x + 15, 16), point(x + 15, 25)], width, 49)
  await strand(
    [
      point(x, 0),
      point(x - 7, -8),
      point(x - 10, -20),
      point(x - 6, -30),
      point(x, -28),
      point(x - 1, -15),
      point(x + 1, -1),
    ],
    width,
    50,
  )
  await strand(
    [
      point(x, 0),
      point(x - 5, 9),
      point(x - 7, 20),
      point(x - 3, 29),
      point(x + 3, 27),
      point(x + 2, 14),
      point(x + 1, 1),
    ],
    width,
    50,
  )
  await strand([point(x - 2.4, -1.4), point(x + 2.4, 1.4)], width * 1.7, 51)
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

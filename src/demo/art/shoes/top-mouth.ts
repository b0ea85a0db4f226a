import { blurred } from '../blur'
import type { Part } from '../colourways/colourway'
import { onLayer, stitch } from '../craft'
import { at, eachShared } from '../field'
import { type Layer, coat, darken, eachPixel, flatLayer, raise } from '../layer'
import { filled, stroked } from '../marks'
import { smoothstep } from '../noise'
import { type Point, point } from '../points'
import { put } from '../scene'
import { laid } from './plan'
import type { Top } from './top-parts'

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

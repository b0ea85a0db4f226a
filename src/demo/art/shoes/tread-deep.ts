import { onLayer } from '../craft'
import { cutOut } from '../field'
import { raise } from '../layer'
import { filled, joined, polygons, stroked } from '../marks'
import { type Point, point, points } from '../points'
import { type Tread, field, mark, standing } from './tread'

const lugAt = (x: number, y: number, lean: number, size: number): Point[] => [
  point(x - 5 * size, y - 6 * size),
  point(x + 5 * size, y - (6 - lean) * size),
  point(x + 7 * size, y + (2 + lean) * size),
  point(x, y + 7 * size),
  point(x - 6 * size, y + 3 * size),
]

/** Deep cleats: stars in the middle, bars that run out over the edge. */
export const lugs: Tread = async (layer, form) => {
  const within = await field(layer, form, 1, 3)
  const edges: Point[][] = []
  const middles: Point[][] = []
  for (let i = 0; i < 16; i++) {
    const x = 8 + i * 18.6
    if (x > 164 && x < 216) continue
    edges.push([
      point(x, -70),
      point(x + 10.4, -70),
      point(x + 11.6, -26),
      point(x + 5, -20),
      point(x - 1, -25),
    ])
    edges.push([point(x, 70), point(x + 10.4, 70), point(x + 11.6, 26), point(x + 5, 20), point(x - 1, 25)])
    middles.push(lugAt(x + 14, -9, 2, 1), lugAt(x + 5, 9, 2, 1))
  }
  await standing(layer, polygons([...edges, ...middles]), within, 4.4, 0.6)
  const shank = await onLayer(layer, filled(points('178,-22c 214,-20c 214,20c 178,22c')))
  raise(layer, shank, 1.4, 0.6)
  await mark(layer, 196, 0, 0.9)
}

/** White wedge: close ripples from toe to heel. */
export const ripples: Tread = async (layer, form) => {
  const within = await field(layer, form, 4, 1)
  const waves = Array.from({ length: 58 }, (_, i) => {
    const x = -8 + i * 5.6
    return stroked(
      [
        point(x, -66),
        point(x + 3.4, -44),
        point(x, -22),
        point(x + 3.4, 0),
        point(x, 22),
        point(x + 3.4, 44),
        point(x, 66),
      ],
      2.9,
    )
  })
  const place = await onLayer(layer, filled(points('150,-13c 150,13c 190,13c 190,-13c')))
  await standing(layer, joined(waves), cutOut(within, place), 1.5, 0.5)
  await mark(layer, 170, 0, 0.9)
}

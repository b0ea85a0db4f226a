import { onLayer, seam } from '../craft'
import { clipped, cutOut } from '../field'
import { type Layer, coat, raise, uncover } from '../layer'
import { discs, filled, joined, polygons, stroked } from '../marks'
import { type Point, point, points } from '../points'
import { type Tread, bar, field, mark, standing } from './tread'

/** The maker's mark: an M pressed into a small plate. */
export async function plate(layer: Layer, x: number): Promise<void> {
  const where = await onLayer(layer, filled(points(`${x},-15c ${x + 40},-14c ${x + 40},15c ${x},16c`)))
  coat(layer, 'tab', where)
  raise(layer, where, 1.6, 0.4)
  uncover(layer, where)
  await mark(layer, x + 20, 0, 1)
}

/** Court shoe: herringbone, a pivot of rings under the ball, a smooth waist with a plate. */
export const herringbone: Tread = async (layer, form) => {
  const within = await field(layer, form, 5, 1.6)
  const rows = Array.from({ length: 46 }, (_, i) => {
    const x = i * 7.4 - 22
    return stroked(
      Array.from({ length: 14 }, (_, j) => point(x + (j % 2 ? 5.4 : 0), -60 + j * 9, true)),
      4.1,
    )
  })
  const waist = await onLayer(layer, filled(points('132,-70c 139,0 132,70c 206,70c 199,0 206,-70c')))
  const pivot = await onLayer(layer, discs([{ x: 92, y: 6 }], 21))
  await standing(layer, joined(rows), cutOut(cutOut(within, waist), pivot), 2.4)
  const rings = [17.6, 12, 6.4].map((r) => stroked(circle(92, 6, r), 3.4, { closed: true }))
  await standing(layer, joined([...rings, discs([{ x: 92, y: 6 }], 2.6)]), within, 2.4, 0.3)
  await plate(layer, 148)
}

const circle = (x: number, y: number, r: number): Point[] =>
  Array.from({ length: 12 }, (_, i) =>
    point(x + Math.cos((i / 6) * Math.PI) * r, y + Math.sin((i / 6) * Math.PI) * r),
  )

/** Canvas shoe: small diamonds, bars at toe and heel. */
export const diamonds: Tread = async (layer, form) => {
  const within = await field(layer, form, 6, 1.4)
  const lines = Array.from({ length: 62 }, (_, i) => i * 8.6 - 130)
  const up = lines.map((x) => stroked([point(x, -70), point(x + 140, 70)], 2.1))
  const down = lines.map((x) => stroked([point(x, 70), point(x + 140, -70)], 2.1))
  const ends = await onLayer(layer, polygons([bar(-10, -70, 34, 70), bar(268, -70, 320, 70)]))
  const place = await onLayer(layer, polygons([bar(147, -18, 193, 18)]))
  await standing(layer, joined([...up, ...down]), cutOut(cutOut(within, ends), place), 1.5, 0.3)
  const ribs = Array.from({ length: 40 }, (_, i) => -4 + i * 5).filter((x) => x < 34 || x > 268)
  await standing(
    layer,
    polygons([...ribs, ...ribs.map((x) => x + 168)].map((x) => bar(x, -70, x + 2.6, 70))),
    clipped(within, ends),
    1.5,
    0.3,
  )
  await plate(layer, 150)
}

/** Terrace shoe: long bars across, finer at the flex line. */
export const bars: Tread = async (layer, form) => {
  const within = await field(layer, form, 5, 1.6)
  const wide = Array.from({ length: 40 }, (_, i) => {
    const x = 4 + i * 8
    return stroked(
      [point(x, -60), point(x - 5, -20), point(x - 6, 0), point(x - 5, 20), point(x, 60)],
      x > 70 && x < 124 ? 3 : 4.8,
    )
  })
  const waist = await onLayer(layer, filled(points('146,-70c 150,0 146,70c 196,70c 192,0 196,-70c')))
  await standing(layer, joined(wide), cutOut(within, waist), 2.2)
  await plate(layer, 151)
}

/** Running shoe: pods in rows with deep flex grooves between, an open waist. */
export const pods: Tread = async (layer, form) => {
  coat(layer, 'mid')
  const within = await field(layer, form, 4, 2.4)
  const shapes: Point[][] = []
  for (let column = 0; column < 15; column++) {
    const x = 10 + column * 19.4
    if (x > 136 && x < 204) continue
    for (let row = -3; row <= 3; row++) {
      const y = row * 16
      const skew = Math.abs(row) * 3.2
      shapes.push([
        point(x + skew, y - 6.4),
        point(x + 15.4 + skew, y - 6.4),
        point(x + 15.4 + skew, y + 6.4),
        point(x + skew, y + 6.4),
      ])
    }
  }
  const where = clipped(await onLayer(layer, polygons(shapes)), within)
  coat(layer, 'outsole', where)
  raise(layer, where, 3, 0.6)
  uncover(layer, where)
  for (const y of [-9, 0, 9]) await seam(layer, points(`140,${y} 170,${y * 0.7} 202,${y}`), 2, 1.2, 0.3)
  await mark(layer, 170, 0, 0.9)
}

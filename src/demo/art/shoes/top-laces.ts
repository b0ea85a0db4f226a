import { coat, flatLayer, raise } from '../layer'
import { stroked } from '../marks'
import { type Point, point } from '../points'
import { put } from '../scene'
import type { Lacing } from './laces'
import { laid } from './plan'
import type { Top } from './top-parts'

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

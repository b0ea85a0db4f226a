import type { Frame } from '../field'
import { coat, flatLayer, raise } from '../layer'
import { filled, joined, type Mark, stroked } from '../marks'
import { type Point, point } from '../points'
import { put, type Scene } from '../scene'

export interface Lacing {
  readonly width: number
  readonly thick: number
  readonly bevel: number
}

export const dressLace: Lacing = { width: 2.7, thick: 3.2, bevel: 0.5 }
export const flatLace: Lacing = { width: 5.2, thick: 3, bevel: 0.6 }
export const roundLace: Lacing = { width: 3.5, thick: 4, bevel: 0.6 }

/** Where a lace leaves its eyelet and the way it runs: outwards over the instep. */
export interface Bar {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly length: number
}

const barPoints = ({ x, y, dx, dy, length }: Bar): Point[] =>
  [0, 0.36, 0.74, 1].map((t) => point(x + dx * length * t, y + dy * length * t))

/** Crossing strands first, lower and thinner, then the bars over them. */
export async function laceUp(
  scene: Scene,
  frame: Frame,
  bars: readonly Bar[],
  lacing: Lacing,
): Promise<void> {
  for (const [i, bar] of bars.entries()) {
    const next = bars[i + 1]
    if (!next) continue
    const [, from] = barPoints(bar)
    const [, , middle] = barPoints(bar)
    const [, , , to] = barPoints(next)
    if (!from || !middle || !to) continue
    const strand = [from, point((middle.x + to.x) / 2, (middle.y + to.y) / 2), to]
    await strandLayer(
      scene,
      frame,
      strand,
      { ...lacing, width: lacing.width * 0.8, thick: lacing.thick * 0.8 },
      43,
    )
  }
  for (const bar of bars) await strandLayer(scene, frame, barPoints(bar), lacing, 44)
}

export async function strandLayer(
  scene: Scene,
  frame: Frame,
  line: readonly Point[],
  { width, thick, bevel }: Lacing,
  lift: number,
): Promise<void> {
  await cordLayer(scene, frame, stroked(line, width, { round: true }), { thick, bevel, lift })
}

async function cordLayer(
  scene: Scene,
  frame: Frame,
  mark: Mark,
  { thick, bevel, lift }: { thick: number; bevel: number; lift: number },
): Promise<void> {
  const layer = await flatLayer(frame, mark)
  coat(layer, 'lace')
  raise(layer, layer.mask, thick, bevel)
  put(scene, layer, lift, { dark: 0.4, blur: 0.9, dx: 0.7, dy: -0.9 })
}

/** A tied bow seen from the side: two loops and two ends that fall over the lateral eyestay. */
export interface Bow {
  readonly knot: { readonly x: number; readonly y: number }
  readonly size: number
}

export async function tieBow(scene: Scene, frame: Frame, { knot, size }: Bow, lacing: Lacing): Promise<void> {
  const from = (dx: number, dy: number): Point => point(knot.x + dx * size, knot.y + dy * size)
  const thin = { ...lacing, width: lacing.width * 0.92 }
  const ends = [
    [from(0, 0), from(-1.5, -7), from(-5, -15), from(-6, -24)],
    [from(1, 0), from(7, -6), from(11, -14), from(12, -21)],
  ]
  for (const end of ends) await strandLayer(scene, frame, end, thin, 47)
  const loops = [
    [
      from(0, 0),
      from(-8, -3),
      from(-17, -10),
      from(-22, -18),
      from(-18.5, -20),
      from(-10, -13),
      from(-1, -2),
    ],
    [from(1, 0), from(9, -1), from(17, -6), from(22, -13), from(18.5, -15.5), from(11, -9), from(2, -2)],
  ]
  for (const loop of loops) await strandLayer(scene, frame, loop, thin, 49)
  const tight = [from(-2, -3), from(2.6, 0.4)]
  await cordLayer(scene, frame, joined([stroked(tight, lacing.width * 1.5, { round: true })]), {
    thick: lacing.thick * 1.3,
    bevel: lacing.bevel * 1.2,
    lift: 50,
  })
}

/** A soft body of ribbon or leather, such as a loop of a bow or a tassel's knot. */
export async function puffLayer(
  scene: Scene,
  frame: Frame,
  outline: readonly Point[],
  part: 'bow' | 'strap',
  lift: number,
): Promise<void> {
  const layer = await flatLayer(frame, filled(outline))
  coat(layer, part)
  raise(layer, layer.mask, 6, 1.7)
  put(scene, layer, lift, { dark: 0.5, blur: 1, dx: 0.7, dy: -1 })
}

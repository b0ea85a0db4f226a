import { holes, panel, stitch } from '../craft'
import type { Frame } from '../field'
import { type Layer, coat, flatLayer, raise } from '../layer'
import { joined, stroked } from '../marks'
import { type Point, point } from '../points'
import { type Scene, put } from '../scene'

const turned =
  ({ x, y, turn }: { x: number; y: number; turn: number }, size: number) =>
  (dx: number, dy: number, corner = false): Point =>
    point(
      x + (dx * Math.cos(turn) + dy * Math.sin(turn)) * size,
      y + (dy * Math.cos(turn) - dx * Math.sin(turn)) * size,
      corner,
    )

/** A narrow tongue of the same leather that runs down through the buckle. */
export async function buckled(layer: Layer, place: { x: number; y: number; turn: number }): Promise<void> {
  const to = turned(place, 1)
  const tail = [to(-6.4, 30), to(-6.4, -10), to(-5, -15), to(0, -17.4), to(5, -15), to(6.4, -10), to(6.4, 30)]
  await panel(layer, tail, 'strap', { thick: 1.5, edge: 0.7 })
  await stitch(
    layer,
    [to(-4.8, 28), to(-4.8, -9), to(-3.6, -13), to(0, -15.4), to(3.6, -13), to(4.8, -9), to(4.8, 28)],
    { width: 0.42, dash: '1.3 0.55' },
  )
  await holes(
    layer,
    [-11, -5.6, 10.4, 15.8].map((dy) => to(0, dy)),
    0.95,
  )
}

export async function buckle(
  scene: Scene,
  frame: Frame,
  place: { x: number; y: number; turn: number },
  size: number,
): Promise<void> {
  const to = turned(place, size)
  const ring = stroked(
    [to(-9, 5.6), to(-7.4, 7), to(7.4, 7), to(9, 5.6), to(9, -5.6), to(7.4, -7), to(-7.4, -7), to(-9, -5.6)],
    2.2,
    { closed: true },
  )
  const pin = stroked([to(0, 7), to(0, -7.6)], 1.7, { round: true })
  const layer = await flatLayer(frame, joined([ring, pin]))
  coat(layer, 'metal')
  raise(layer, layer.mask, 2.8, 0.5)
  put(scene, layer, 52, { dark: 0.6, blur: 0.7, dx: 0.7, dy: -0.8 })
}

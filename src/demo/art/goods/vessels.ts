import { onLayer, seam } from '../craft'
import type { Frame } from '../field'
import { coat, darken, flatLayer, type Layer, raise } from '../layer'
import { filled, joined, stroked } from '../marks'
import { point, points } from '../points'
import { put, type Scene } from '../scene'
import { bar, printed, turnedLayer } from './solids'

const contact = { dark: 0.45, blur: 1.2, dx: 0.6, dy: -1 }

/** A spray can: printed sheet, a crimped shoulder and a cap. */
export async function can(scene: Scene): Promise<void> {
  const { frame } = scene
  const base = await turnedLayer(frame, '-24.2,0c 24.2,0c 25,1.4c 25,3.6c -25,3.6c -25,1.4c')
  coat(base, 'metal')
  put(scene, base, 0)
  const shoulder = await turnedLayer(
    frame,
    '-24.6,126c 24.6,126c 23.4,132 18.4,137.6 15.6,139.6c -15.6,139.6c -18.4,137.6 -23.4,132',
  )
  coat(shoulder, 'metal')
  put(scene, shoulder, 0)
  put(scene, await body(frame), 0)
  const cap = await turnedLayer(
    frame,
    '-16.6,137.6c 16.6,137.6c 16.6,166c 16,169 14,170.4c -14,170.4c -16,169 -16.6,166c',
  )
  coat(cap, 'cap')
  await seam(cap, points('-17,141.4 0,141.4 17,141.4'), 0.7, 0.4, 0.4)
  put(scene, cap, 0, contact)
}

async function body(frame: Frame): Promise<Layer> {
  const layer = await turnedLayer(frame, '-24.6,3c 24.6,3c 24.6,127.4c -24.6,127.4c')
  coat(layer, 'upper')
  const foot = await onLayer(layer, bar(-26, 2, 26, 26))
  coat(layer, 'overlay', foot)
  await printed(layer, bar(-26, 27.4, 26, 28.4), 'overlay')
  for (const rim of [bar(-26, 2, 26, 4.2), bar(-26, 125.6, 26, 128)]) {
    const where = await onLayer(layer, rim)
    coat(layer, 'metal', where)
    raise(layer, where, 0.7, 0.3)
  }
  await drops(layer)
  return layer
}

/** One large drop and two small ones, and lines below them as of print. */
async function drops(layer: Layer): Promise<void> {
  const drop = (x: number, y: number, size: number) =>
    filled(
      points('0,20c 5,12 9,6 9,-1 6.4,-7.4 0,-10 -6.4,-7.4 -9,-1 -9,6 -5,12').map((p) =>
        point(p.x * size + x, p.y * size + y, p.corner),
      ),
    )
  await printed(layer, joined([drop(0, 86, 1), drop(-11, 70, 0.42), drop(10, 68, 0.34)]), 'thread')
  const line = (y: number, half: number, thick: number) => bar(-half, y, half, y + thick)
  await printed(
    layer,
    joined([line(51, 15, 2.2), line(45.6, 11, 1), line(42.4, 11, 1), line(39.2, 8, 1)]),
    'thread',
  )
  await printed(layer, joined([line(15.4, 12, 1.4), line(11.6, 8, 0.9)]), 'upper')
}

/** A bottle with a pump that makes foam. */
export async function bottle(scene: Scene): Promise<void> {
  const { frame } = scene
  const neck = await turnedLayer(frame, '-13.4,110c 13.4,110c 13.4,124c -13.4,124c')
  coat(neck, 'cap')
  for (let x = -12; x <= 12; x += 1.7)
    await seam(neck, [point(x, 111), point(x, 117), point(x, 123)], 0.5, 0.35, 0.3)
  put(scene, neck, 0)
  const stem = await turnedLayer(frame, '-5,123c 5,123c 5,133c -5,133c')
  coat(stem, 'cap')
  put(scene, stem, 0)
  const head = await flatLayer(
    frame,
    filled(
      points(
        '-34,137c -33,132.4c -12,131.4 -11,130c 11,130c 12.6,134 12.6,139 10,143.4c -8,143.4 -14,141 -34,139.6c',
      ),
    ),
  )
  coat(head, 'cap')
  raise(head, head.mask, 7, 2.6)
  put(scene, head, 2, contact)
  put(scene, await flask(frame), 0, contact)
}

async function flask(frame: Frame): Promise<Layer> {
  const layer = await turnedLayer(
    frame,
    '-27,0.6c 27,0.6c 29.4,4 30,10 30,60 30,86 27,100 19,109 14,111.4c -14,111.4c -19,109 -27,100 -30,86 -30,60 -30,10 -29.4,4',
  )
  coat(layer, 'upper')
  const label = await onLayer(layer, bar(-31, 20, 31, 80))
  coat(layer, 'overlay', label)
  raise(layer, label, 0.25, 0.15)
  darken(layer, await onLayer(layer, joined([bar(-31, 19.5, 31, 20), bar(-31, 80, 31, 80.5)])), 0.3, 0.2)
  const bubble = (x: number, y: number, r: number) =>
    stroked(
      Array.from({ length: 16 }, (_, i) =>
        point(x + r * Math.cos((i * Math.PI) / 8), y + r * Math.sin((i * Math.PI) / 8)),
      ),
      0.9,
      { closed: true },
    )
  const bubbles = [
    bubble(-3, 62, 8),
    bubble(8, 55, 4.6),
    bubble(6, 68.6, 2.8),
    bubble(-10, 52, 2.2),
    bubble(-1, 50, 1.4),
  ]
  await printed(layer, joined(bubbles), 'thread')
  await printed(
    layer,
    joined([bar(-15, 38, 15, 40.2), bar(-11, 33.4, 11, 34.4), bar(-8, 29.6, 8, 30.6)]),
    'thread',
  )
  return layer
}

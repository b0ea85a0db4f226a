import { onLayer } from '../craft'
import type { Frame } from '../field'
import { coat, darken, flatLayer, type Layer, raise } from '../layer'
import { discs, filled, stroked } from '../marks'
import { point, points } from '../points'
import { put, type Scene } from '../scene'
import { arc, pressed, printed, ring, shaped } from './solids'

const radius = 47
const contact = { dark: 0.62, blur: 2.4, dx: 2.2, dy: -2.2 }

/** A round tin from above, open, and its lid beside it, leaning on the rim. */
export async function tin(scene: Scene): Promise<void> {
  put(scene, await pot(scene.frame, { x: 33, y: -22 }), 0)
  put(scene, await lid(scene.frame, { x: -29, y: 24 }), 9, contact)
}

interface Centre {
  readonly x: number
  readonly y: number
}

async function pot(frame: Frame, centre: Centre): Promise<Layer> {
  const layer = await flatLayer(frame, discs([centre], radius))
  coat(layer, 'metal')
  raise(layer, layer.mask, 9, 0.9)
  const mouth = await onLayer(layer, discs([centre], radius - 2.6))
  raise(layer, mouth, -3.4, 0.5)
  const cream = await onLayer(layer, discs([centre], radius - 3.4))
  coat(layer, 'upper', cream)
  darken(layer, await onLayer(layer, ring(centre.x, centre.y, radius - 3.6, 2.4)), 0.5, 1.2)
  await smear(layer, centre)
  return layer
}

/** Where a cloth has been: a hollow that turns, and the ridge it has pushed up. */
async function smear(layer: Layer, { x, y }: Centre): Promise<void> {
  shaped(layer, (px, py) => {
    const [dx, dy] = [px - x, py - y]
    const far = Math.hypot(dx, dy)
    if (far > radius - 4) return 0
    const turn = Math.atan2(dy, dx)
    const spiral = Math.sin(turn * 1 + far * 0.34)
    return 0.5 * spiral * Math.exp(-((far / 30) ** 2)) + 0.25 * Math.sin(turn * 2 + 1) * (far / radius)
  })
  const stroke = stroked(arc({ x: x - 3, y: y - 2 }, 21, 0.06, 0.4), 13, { round: true })
  const where = await onLayer(layer, stroke)
  raise(layer, where, -2.4, 1.8)
  const ridge = stroked(arc({ x: x - 3, y: y - 2 }, 28.6, 0.05, 0.42), 3, { round: true })
  raise(layer, await onLayer(layer, ridge), 1.6, 1)
}

async function lid(frame: Frame, centre: Centre): Promise<Layer> {
  const { x, y } = centre
  const layer = await flatLayer(frame, discs([centre], radius + 1))
  coat(layer, 'metal')
  raise(layer, layer.mask, 6, 1.3)
  coat(layer, 'overlay', await onLayer(layer, discs([centre], radius - 2.4)))
  await pressed(layer, ring(x, y, radius - 2, 1.5), 0.9, 0.4)
  await pressed(layer, ring(x, y, radius - 6, 1), -0.5, 0.4)
  await printed(layer, ring(x, y, radius - 9, 0.7), 'thread')
  await printed(layer, ring(x, y, radius - 10.8, 0.35), 'thread')
  await crest(layer, centre)
  return layer
}

/** A low shoe above two lines, as it may stand on a tin. */
async function crest(layer: Layer, { x, y }: Centre): Promise<void> {
  const shoe = points(
    '-21,-4c -20,1 -15,5 -8,7.4 0,10 5,13.6 8,16c 12,12.6 18,12.4 21,14.4c 21.6,8 21,2 20.4,-4c 11,-4c 10.6,-2.6c 4,-2 -4,-3.4 -12,-4.4',
  )
  await printed(layer, filled(shoe.map((p) => point(p.x + x, p.y + y + 1, p.corner))), 'thread')
  const line = (width: number, at: number, thick: number) =>
    stroked([point(x - width, y + at), point(x, y + at), point(x + width, y + at)], thick)
  await printed(layer, line(17, -11, 1.1), 'thread')
  await printed(layer, line(11, -15.4, 0.8), 'thread')
  await printed(layer, line(6, -19, 0.6), 'thread')
}

import { seam, stitch, onLayer } from '../craft'
import type { Frame } from '../field'
import { coat, darken, raise } from '../layer'
import { filled, joined, polygons } from '../marks'
import { type Point, point, points } from '../points'
import { put, type Scene } from '../scene'
import { soleLayer } from './body'

const under = { dark: 0.55, blur: 1.3, dx: 0, dy: 1.3 }

/** The welted sole of derby, loafer and chelsea; `rise` lifts the lines that follow the upper by some tenths of a mm. */
export async function leatherSole(scene: Scene, frame: Frame, rise: number, isCrepe: boolean): Promise<void> {
  const shift = (text: string, by: number): Point[] =>
    points(text).map((p) => ({ ...p, y: p.y > 6 ? p.y + by : p.y }))
  const outline = shift(
    '-2,14 2,10.5 14,6 38,2 72,0 100,0 124,1.8 150,6.4 180,13 212,17.8 230,19.4 299,19.4c 302,21.8 302.5,25.4 300,27.8 270,28 240,27.4 210,24.8 175,19.4 140,12.9 105,9.1 75,8.5 40,10.4 15,14.5 0,18',
    rise,
  )
  const sole = await soleLayer(frame, outline, 'sole', { bevel: 0.7, depth: 1.5, width: 0.84 })
  const welt = shift(
    '-1,15.6 1,13.4 15,10.4 40,6.5 75,4.5 105,5.1 140,9.2 175,15.9 210,21.1 240,23.5 303,24',
    rise,
  )
  const above = [...welt, point(303, 44), point(200, 44), point(60, 32), point(-6, 32)]
  coat(sole, 'welt', await onLayer(sole, filled(above)))
  await seam(sole, welt, 0.5, 0.7, 0.55)
  const weltStitch = shift('-1,17.6 15,12.8 40,9 75,7.1 105,7.6 140,11.4 175,18 206,23.4', rise)
  await stitch(sole, weltStitch, { width: 0.7, dash: '2.1 1.05', part: 'soleThread' })
  if (isCrepe) raise(sole, sole.mask, 1, 2)
  put(scene, sole, 8, under)
  await heelBlock(scene, frame, rise)
}

/** A stacked heel of 58 mm with a curved breast, a little narrower at the ground. */
async function heelBlock(scene: Scene, frame: Frame, rise: number): Promise<void> {
  const top = 20.6 + rise
  const outline = [
    point(226, top, true),
    point(248, top + 1.4),
    point(270, top + 0.6),
    point(300.5, top + 0.4, true),
    point(299.4, top * 0.55),
    point(297, 0.4, true),
    point(236.5, 0.4, true),
    point(233.4, 7),
    point(229.5, 14.5),
  ]
  const heel = await soleLayer(frame, outline, 'heel', { bevel: 0.7, depth: 1.3, width: 0.84 })
  const lift = await onLayer(
    heel,
    polygons([[point(200, -1), point(320, -1), point(320, 4.4), point(200, 4.4)]]),
  )
  coat(heel, 'toplift', lift)
  await seam(heel, points('200,4.5 320,4.5'), 0.4, 0.5, 0.4)
  await seam(heel, [point(200, top - 0.2), point(320, top - 0.2)], 0.5, 0.5, 0.35)
  const breast = await onLayer(
    heel,
    polygons([[point(200, -2), point(234, -2), point(238, 30), point(200, 30)]]),
  )
  darken(heel, breast, 0.35, 2.6)
  put(scene, heel, 8, { dark: 0.4, blur: 1.2, dx: -1, dy: 0 })
}

/** How much higher an upper stands on lugs than on leather, in mm. */
export const lugLift = 9

/** A deep rubber sole: storm welt, cut lugs, one piece with its heel. */
export async function lugSole(scene: Scene, frame: Frame, rise: number): Promise<void> {
  const up = (text: string): Point[] => points(text).map((p) => ({ ...p, y: p.y + rise }))
  const top = up('300,36.8 270,37 240,36.4 210,33.6 175,28.4 140,21.9 105,18.1 75,17.5 40,19.4 15,23.5 0,27')
  const bottom = points(
    '-3,21 -1,16 10,9.6 28,4.4 52,1 76,0 110,0 150,0 184,0.4c 188,6 198,9.4 212,9.6 221,8 226,0.4c 262,0 297,0c 302,4 304,18 303,33',
  )
  const sole = await soleLayer(frame, [...bottom, ...top], 'sole', { bevel: 0.9, depth: 1.8, width: 0.86 })
  const welt = up('-3,23 1,20.6 15,17.6 40,13.6 75,11.6 105,12.2 140,16 175,22.6 210,28.2 240,31 304,31.6')
  const above = [...welt, point(305, 56), point(200, 56), point(60, 42), point(-8, 42)]
  coat(sole, 'welt', await onLayer(sole, filled(above)))
  await seam(sole, welt, 0.6, 0.9, 0.5)
  const weltStitch = up('-1,26 15,21.2 40,17.2 75,15.3 105,15.8 140,19.6 175,26.2 210,31.8 240,34.4 296,35')
  await stitch(sole, weltStitch, { width: 0.8, dash: '2.6 1.2', part: 'soleThread' })
  await cutLugs(sole)
  put(scene, sole, 8, under)
}

async function cutLugs(sole: Awaited<ReturnType<typeof soleLayer>>): Promise<void> {
  const notch = (x: number, top: number): Point[] => [
    point(x, -3),
    point(x + 6, -3),
    point(x + 4.8, top),
    point(x + 1.4, top),
  ]
  const front = Array.from({ length: 9 }, (_, i) => notch(14 + i * 18.4, i === 0 ? 15 : i === 1 ? 10 : 7))
  const heel = [240, 258, 276].map((x) => notch(x, 7))
  const cuts = await onLayer(sole, joined([polygons([...front, ...heel])]))
  raise(sole, cuts, -3, 0.4)
  darken(sole, cuts, 0.62, 0.3)
  const line = points('-4,19 10,12.6 30,8.6 56,7.4 120,7.4 184,8 226,11.6 262,9.4 306,10')
  await seam(sole, line, 0.7, 0.8, 0.35)
}

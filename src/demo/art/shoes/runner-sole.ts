import { onLayer, seam, wrinkle } from '../craft'
import { type Frame, clipped } from '../field'
import { type Layer, coat, darken, raise } from '../layer'
import { filled, polygons } from '../marks'
import { type Point, point, points } from '../points'
import { soleLayer } from './body'

const midsoles: Readonly<Record<string, string>> = {
  usual:
    '-5,27 -3,33.5 4,36.6 16,37.4 40,35.4 80,32.4 115,32.6 150,35.6 190,41 230,45.6 264,49.6 290,56 302,60.6 308.5,58 309.5,46 308,30 304,17 296,8 282,3 262,.8 200,1.4 150,2.4 110,1 80,0 55,1.6 30,7.4 10,15 -1,21',
  retro:
    '-4,24 -3,31 4,34.6 16,35.4 40,33.8 80,31.6 115,32 150,34.6 190,39 230,43 264,46 290,50 302,52 307,49.6 307.4,36 305.6,16 302,4 296,.6 250,0 150,0 110,0 80,0 55,1 30,5.4 10,12 -1,18',
  road: '-5,28 -4.4,36 3,40.6 16,42 40,40.2 80,37 115,37 150,39.6 190,44 230,47.6 264,50.6 288,55 300,57.6 307,54.6 309.4,44 308.6,30 305,17 297,7.6 284,2.8 262,.8 200,1 150,1.6 110,.8 80,0 55,2.4 30,9 10,17 -1.6,22.6',
}

export async function runnerSole(frame: Frame, model: string): Promise<Layer> {
  const outline = midsoles[model] ?? midsoles['usual'] ?? ''
  const layer = await soleLayer(frame, points(outline), 'mid', {
    bevel: model === 'road' ? 3.4 : 2.2,
    depth: 3.2,
  })
  if (model === 'retro') await wedge(layer)
  else if (model === 'road') await thickFoam(layer)
  else await flutes(layer)
  await tread(layer, model === 'trail' ? 8 : 0)
  return layer
}

async function wedge(layer: Layer): Promise<void> {
  const lower = filled(points('150,0c 176,14 210,24 262,30 314,34c 320,-6c 150,-6c'))
  const where = await onLayer(layer, lower)
  coat(layer, 'stripe', where)
  await seam(layer, points('146,4 176,15 210,24.6 262,30.6 312,34.6'), 0.7, 0.9, 0.4)
  await seam(
    layer,
    points('-6,27 6,29.6 40,28.4 80,26.4 115,26.8 150,29.2 190,33.4 230,37 264,39.8 308,44'),
    0.6,
    0.7,
    0.3,
  )
}

async function thickFoam(layer: Layer): Promise<void> {
  await seam(layer, points('14,24 50,17 90,14.4 130,16 180,20 230,23 280,24 318,30'), 1.4, 1.6, 0.22)
  for (const i of [0, 1, 2, 3])
    await wrinkle(
      layer,
      points(`${190 + i * 24},${36 + i * 2} ${204 + i * 24},${31 + i * 1.6} ${222 + i * 24},${33 + i * 1.8}`),
      3.4,
      1.2,
    )
}

async function flutes(layer: Layer): Promise<void> {
  await seam(layer, points('60,21 90,18 120,17.6 150,21 190,26.6 230,30 270,33.4 309,44'), 1, 1.3, 0.28)
  for (let i = 0; i < 6; i++) {
    const x = 206 + i * 15
    await wrinkle(layer, points(`${x},8 ${x + 6},13 ${x + 14},${19 + i * 0.8}`), 2.1, 0.9)
  }
  for (let i = 0; i < 5; i++) {
    const x = 14 + i * 11
    await wrinkle(
      layer,
      points(`${x},${29 - i * 0.9} ${x + 3},${25 - i * 1.2} ${x + 4},${20 - i * 1.4}`),
      1.5,
      0.6,
    )
  }
}

/** The rubber under the foam; `extra` mm more for lugs. */
async function tread(layer: Layer, extra: number): Promise<void> {
  const edge = points(
    '-10,26c -4,23 8,17.6 30,10.6 55,5.4 80,4 110,4.8 150,6.2 200,5.2 262,4.6 282,7 297,13 306,22 322,34c',
  )
  const raised = edge.map((p) => ({ ...p, y: p.y + extra * 0.7 }))
  const where = await onLayer(layer, filled([...raised, point(322, -6, true), point(-10, -6, true)]))
  coat(layer, 'outsole', where)
  raise(layer, where, 1, 0.25)
  const isLugged = extra > 0
  const pitch = isLugged ? 16.4 : 12.6
  const notch = (i: number): Point[] => {
    const x = 2 + i * pitch
    const top = (i < 4 ? 22 - i * 4 : 6) + (isLugged ? 1.6 : 0)
    const [wide, lean] = isLugged ? [5.2, 1.4] : [1.4, 1.8]
    return [point(x, -4), point(x + wide, -4), point(x + wide * 0.8 + lean, top), point(x + lean, top)]
  }
  const cuts = await onLayer(
    layer,
    polygons(Array.from({ length: Math.ceil(310 / pitch) }, (_, i) => notch(i))),
  )
  const inTread = clipped(cuts, where)
  raise(layer, inTread, isLugged ? -3 : -1.4, 0.25)
  darken(layer, inTread, 0.55, 0.1)
}

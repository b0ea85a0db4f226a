import { dressStitch, eyelets, holes, panel, polish, stitch, wrinkle } from '../craft'
import type { Layer } from '../layer'
import { type Point, point } from '../points'
import { put } from '../scene'
import { sampled } from '../spline'
import { brogue } from './brogue'
import { dressLace } from './laces'
import { laid } from './plan'
import { type LaceRows, eyeletsOf, laceRows } from './top-laces'
import { mouth } from './top-mouth'
import { type Top, on, onRim, rim, tongueOf, upperOf, weltStitch } from './top-parts'

const derbyRows: LaceRows = { first: 122, pitch: 10, rows: 5, spread: [12, 13.4] }

export async function derbyTop(top: Top): Promise<void> {
  await rim(top, 'welt', top.model === 'lug' ? 5 : 3.4)
  await weltStitch(top, top.model === 'lug' ? 2.6 : 1.6)
  const layer = await upperOf(top, 2.6, 40)
  polishEnds(top, layer)
  await dressToe(top, layer)
  for (const x of [86, 95, 104])
    await wrinkle(layer, on(top, `${x},-30 ${x + 5},-8 ${x + 4},14 ${x - 1},34`), 2.4, 0.45)
  const facing = '320,60c 150,60c 143,46 130,32 116,22 110,12 112,4c 168,3c 178,14 320,14c'
  const other = '320,-60c 148,-60c 141,-48 129,-34 115,-23 109,-13 111,-5c 168,-4c 178,-15 320,-15c'
  for (const side of [facing, other]) await panel(layer, on(top, side), 'quarter', { thick: 1.4, edge: 0.8 })
  for (const line of [
    '150,57 145,45 132,30.4 118,20 112.6,12 114,6.4 166,5.4',
    '148,-57 143,-47 131,-32.4 117,-21 111.6,-13 113,-7.4 166,-6.4',
    '168,17 140,18 124,17.4',
    '168,-18 140,-19.4 123,-18.4',
  ]) {
    await stitch(layer, on(top, line), dressStitch)
  }
  await eyelets(layer, eyeletsOf(top, derbyRows), 1.25)
  put(top.scene, layer, 0, onRim)
  await mouth(top, { front: 172, back: 284, half: 25, rim: 3, part: 'quarter', deep: 0.12 })
  await tongueOf(
    top,
    '150,-13 148,0 150,12 172,15 184,14 189,7 190,-3 188,-11 182,-16 170,-16',
    '176,12 182,11 185.6,5 186.4,-3 184.6,-9 180,-13 174,-13',
  )
  await laceRows(top, derbyRows, dressLace)
}

export function polishEnds(top: Top, layer: Layer): void {
  const [toe] = laid(top.place, [point(2, 0)])
  const [heel] = laid(top.place, [point(300, 0)])
  if (toe) polish(layer, toe, 58, 60)
  if (heel) polish(layer, heel, 40, 50, 0.7)
}

async function dressToe(top: Top, layer: Layer): Promise<void> {
  if (top.model === 'cap') {
    await panel(layer, on(top, '-12,-60c 60,-60c 66,-36 69,-12 69,12 66,36 60,60c -12,60c'), 'cap', {
      thick: 1,
      edge: 0.7,
    })
    for (const x of [1.4, 3])
      await stitch(
        layer,
        on(top, `${60 - x},-58 ${66 - x},-36 ${69 - x},-12 ${69 - x},12 ${66 - x},36 ${60 - x},58`),
        dressStitch,
      )
  }
  if (top.model === 'brogue') await wingTop(top, layer)
}

/** The wings: a point in the middle, then two curves that run back along the sides. */
export async function wingTop(top: Top, layer: Layer): Promise<void> {
  const line = on(
    top,
    '140,-52 112,-44 88,-34 70,-22 66,-12 76,-4 84,0c 76,4 66,12 70,22 88,32 112,41 140,48',
  )
  const curve = sampled(line, false)
  const shape: Point[] = [...curve, ...on(top, '140,70c -16,70c -16,-70c 140,-70c')]
  await brogue(layer, { line, inside: top.place.side === 1 ? 1 : -1 }, shape)
  const ring = (count: number, radius: number, turn: number): Point[] =>
    Array.from({ length: count }, (_, i) =>
      point(
        38 + Math.cos((i / count) * 2 * Math.PI + turn) * radius,
        Math.sin((i / count) * 2 * Math.PI + turn) * radius,
      ),
    )
  await holes(layer, laid(top.place, [point(38, 0), ...ring(6, 8, 0.5)]), 0.9)
  await holes(layer, laid(top.place, [...ring(6, 4, 0), ...ring(12, 11.4, 0.2)]), 0.5)
}

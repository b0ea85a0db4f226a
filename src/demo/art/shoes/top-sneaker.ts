import { eyelets, holes, panel, seam, sportStitch, stitch } from '../craft'
import type { Layer } from '../layer'
import { point } from '../points'
import { put } from '../scene'
import { flatLace } from './laces'
import { laid } from './plan'
import { type LaceRows, eyeletsOf, laceRows } from './top-laces'
import { mouth } from './top-mouth'
import { type Top, bothSides, on, onRim, rim, tongueOf, upperOf } from './top-parts'

const sneakerRows: LaceRows = { first: 100, pitch: 14.2, rows: 6, spread: [15.6, 17.6] }

export async function sneakerTop(top: Top): Promise<void> {
  await rim(top, 'sole', 1.6)
  const layer = await upperOf(top, 2.2, 40)
  await sneakerVamp(top, layer)
  await panel(
    layer,
    on(top, '96,-60c 104,-44 100,-30 92,-20 90,-16c 90,18c 94,24 102,33 104,44 98,60c 320,60c 320,-60c'),
    'quarter',
    { thick: 1.2, edge: 0.5 },
  )
  await stitch(
    layer,
    on(top, '98,-58 106,-44 102.4,-30 94.4,-19 92.4,-15 92.4,17 96.4,23 104,33 106,44 100,58'),
  )
  if (top.model === 'terrace') await sideBands(top, layer)
  await panel(
    layer,
    on(top, '86,-17 83,0 86,19 100,22.5 140,23 178,25 186,20 188,0 186,-20 178,-27 140,-25 100,-22'),
    'eyestay',
    { thick: 1.3 },
  )
  await stitch(layer, on(top, '178,23 140,20.8 102,20.4 89,17 86,0 89,-15.4 102,-20 140,-22.8 178,-25'))
  await panel(
    layer,
    on(top, '262,-46c 258,-30 262,-14 270,-6 270,6 262,14 258,30 262,46c 320,42c 320,-42c'),
    'tab',
    { thick: 1.2 },
  )
  await eyelets(layer, eyeletsOf(top, sneakerRows), 1.5)
  put(top.scene, layer, 0, onRim)
  await mouth(top, { front: 177, back: 281, half: 27, rim: 4.4, part: 'quarter', deep: 0.18 })
  await tongueOf(
    top,
    '94,-9 92,0 94,9 140,12 180,17 196,18 203,8 204,-4 202,-14 194,-21 178,-19 140,-13.5',
    '186,13 194,14 199,6 200,-4 198,-12 192,-16.6 184,-15.6',
    '186,-9c 197,-9c 197,6c 186,6c',
  )
  await laceRows(top, sneakerRows, top.model === 'canvas' ? { ...flatLace, width: 4.2 } : flatLace)
}

async function sneakerVamp(top: Top, layer: Layer): Promise<void> {
  if (top.model === 'court' || top.model === 'panel') {
    if (top.model === 'panel') await toePanel(top, layer)
    const rows = [-2, -1, 0, 1, 2].flatMap((row) =>
      Array.from({ length: 8 }, (_, i) => point(32 + i * 6.2 + (row % 2 ? 3.1 : 0), 1 + row * 6.2)),
    )
    await holes(layer, laid(top.place, rows), 0.85)
  }
  if (top.model === 'terrace') {
    await panel(
      layer,
      on(top, '-10,-60c 36,-60c 48,-34 50,-20 60,-13 86,-11c 86,13c 60,15 50,22 48,34 38,60c -10,60c'),
      'overlay',
      { thick: 1, edge: 0.5 },
    )
    await stitch(layer, on(top, '34,-58 45.8,-34 48,-19 59,-11 86,-9'), sportStitch)
    await stitch(layer, on(top, '36,58 45.8,34 48,21 59,13 86,11'), sportStitch)
  }
  if (top.model === 'canvas') {
    await panel(layer, on(top, '-10,-60c 30,-60c 46,-34 51,-12 51,14 46,36 32,60c -10,60c'), 'cap', {
      thick: 1,
      edge: 0.5,
    })
    await seam(layer, on(top, '33,-52 43,-32 47.6,-12 47.6,14 43,34 34,54'), 0.5, 0.4, 0.3)
  }
}

async function toePanel(top: Top, layer: Layer): Promise<void> {
  await panel(layer, on(top, '-10,-60c 62,-60c 72,-34 76,-14 76,16 72,36 64,60c -10,60c'), 'overlay', {
    thick: 1,
    edge: 0.5,
  })
  await stitch(layer, on(top, '60,-58 69.8,-34 73.8,-14 73.8,16 69.8,36 62,58'), sportStitch)
}

async function sideBands(top: Top, layer: Layer): Promise<void> {
  for (const x of [0, 17]) {
    await bothSides(top, `${136 + x},62c ${147 + x},62c ${158 + x},22c ${150 + x},22c`, (line) =>
      panel(layer, line, 'band', { thick: 1 }),
    )
  }
}

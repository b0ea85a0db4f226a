import { dressStitch, eyelets, holes, panel, polish, seam, sportStitch, stitch, wrinkle } from '../craft'
import { coat, flatLayer, type Layer, raise } from '../layer'
import { filled } from '../marks'
import { type Point, point } from '../points'
import { put } from '../scene'
import { sampled } from '../spline'
import { brogue } from './brogue'
import { dressLace, flatLace, roundLace } from './laces'
import { laid } from './plan'
import {
  bothSides,
  eyeletsOf,
  laceRows,
  type LaceRows,
  mouth,
  on,
  onRim,
  rim,
  tongueOf,
  type Top,
  upperOf,
  weltStitch,
} from './top-parts'

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

const runnerRows: LaceRows = { first: 94, pitch: 13.6, rows: 6, spread: [13.6, 16.4] }

export async function runnerTop(top: Top): Promise<void> {
  const isKnit = top.model === 'knit'
  await rim(top, 'mid', 4.2)
  const layer = await upperOf(top, 2.4, 42)
  if (top.model === 'retro') {
    await panel(layer, on(top, '-10,-60c 74,-60c 62,-30 46,-13 42,0 46,14 62,32 76,60c -10,60c'), 'overlay', {
      thick: 1.2,
      edge: 0.5,
    })
    await stitch(layer, on(top, '71,-58 59.6,-30 43.8,-13 39.8,0 43.8,14 59.6,32 73,58'), sportStitch)
  } else if (!isKnit) {
    const part = top.model === 'trail' ? 'rand' : 'overlay'
    await panel(
      layer,
      on(top, '-10,-60c 100,-60c 62,-39 30,-31 17,-18 14,0 17,19 30,33 62,41 100,60c -10,60c'),
      part,
      { thick: top.model === 'trail' ? 1.8 : 1, edge: 0.5 },
    )
  }
  await runnerSides(top, layer)
  await panel(
    layer,
    on(top, '80,-15 76,0 80,16 96,20 140,21 176,23 184,18 186,0 184,-18 176,-25 140,-23 96,-20'),
    isKnit ? 'band' : 'overlay',
    { thick: 1.2 },
  )
  await stitch(
    layer,
    on(top, '176,21 140,18.8 98,18 83,14.4 79,0 83,-13.4 98,-18 140,-20.8 176,-23'),
    sportStitch,
  )
  await panel(
    layer,
    on(top, '232,-50c 252,-34 262,-28 266,0 262,28 252,34 232,50c 330,50c 330,-50c'),
    'heel',
    { thick: 1.2 },
  )
  for (const x of [86, 78, 70])
    if (isKnit) await wrinkle(layer, on(top, `${x},-26 ${x - 10},0 ${x},28`), 2, 0.4)
  await eyelets(layer, eyeletsOf(top, runnerRows), 1.5)
  put(top.scene, layer, 2, onRim)
  await mouth(top, { front: 172, back: 284, half: 27, rim: 6.4, part: 'collar', deep: 0.24 })
  await pullLoop(top)
  await tongueOf(
    top,
    '88,-8 86,0 88,8 140,11.6 178,17 198,19 207,8 208,-4 206,-15 196,-22 176,-19 140,-13',
    '',
    '188,-10c 202,-10c 202,7c 188,7c',
  )
  await laceRows(top, runnerRows, { ...flatLace, width: 4.4, thick: 3.6 })
}

/** The pull tab at the back of the collar. */
async function pullLoop(top: Top): Promise<void> {
  const layer = await flatLayer(top.frame, filled(on(top, '283,-6.4c 298,-6c 298,5c 283,5.4c')))
  coat(layer, 'clip')
  raise(layer, layer.mask, 2, 0.8)
  put(top.scene, layer, 46, { dark: 0.4, blur: 1, dx: 0.5, dy: -0.5 })
}

async function runnerSides(top: Top, layer: Layer): Promise<void> {
  if (top.model === 'sweep' || top.model === 'trail') {
    await bothSides(top, '112,62c 122,42 116,28 108,20c 124,20c 134,32 138,44 140,62c', (line) =>
      panel(layer, line, 'band', { edge: 0.5 }),
    )
    await bothSides(top, '176,60c 172,42 160,30 148,22c 162,22c 178,30 192,44 198,60c', (line) =>
      panel(layer, line, 'band', { edge: 0.5 }),
    )
  }
  if (top.model === 'road') {
    for (const x of [0, 14, 28]) {
      await bothSides(
        top,
        `${124 + x},46c ${128 + x},46c ${176 + x * 0.6},30c ${174 + x * 0.6},27.4c`,
        (line) => panel(layer, line, 'band', { thick: 0.4, edge: 0.1 }),
      )
    }
  }
  if (top.model === 'retro') {
    await bothSides(top, '124,62c 134,44 138,32 136,20c 152,20c 162,32 166,46 162,62c', (line) =>
      panel(layer, line, 'band', { edge: 0.5 }),
    )
  }
}

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

function polishEnds(top: Top, layer: Layer): void {
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

const hikerRows: LaceRows = { first: 92, pitch: 11.6, rows: 6, spread: [14.6, 16.6] }

export async function hikerTop(top: Top): Promise<void> {
  const { model } = top
  await rim(top, model === 'urban' ? 'sole' : 'mid', 4.4)
  if (model === 'urban') await weltStitch(top, 0.8)
  const layer = await upperOf(top, 2, 44)
  polishEnds(top, layer)
  if (model === 'trek')
    await panel(layer, on(top, '70,-60c 62,-26 60,0 62,26 70,60c 250,60c 250,-60c'), 'cloth', {
      thick: -0.6,
      edge: 0,
    })
  if (model === 'leather')
    await panel(layer, on(top, '-12,-60c 64,-60c 70,-34 72,-12 72,12 70,34 64,60c -12,60c'), 'overlay', {
      thick: 1,
      edge: 0.6,
    })
  else if (model === 'urban') await mocSeam(top, layer)
  else
    await panel(
      layer,
      on(top, '-12,-60c 120,-60c 70,-44 36,-36 20,-21 16,0 20,22 36,39 70,47 120,60c -12,60c'),
      'rand',
      { thick: 1.4, edge: 0.4 },
    )
  await panel(
    layer,
    on(top, '74,-17 70,0 74,18 90,23 140,25 176,27 184,22 186,0 184,-22 176,-29 140,-27 90,-23'),
    'overlay',
    { thick: 1.3 },
  )
  await stitch(layer, on(top, '176,25 140,22.8 92,20.8 77,16.4 73,0 77,-15.4 92,-20.8 140,-24.8 176,-27'))
  await panel(layer, on(top, '228,-54c 246,-40 252,-20 252,20 246,40 228,54c 330,54c 330,-54c'), 'overlay', {
    thick: 1.2,
  })
  await eyelets(layer, eyeletsOf(top, hikerRows), 1.9)
  put(top.scene, layer, 2, onRim)
  await mouth(top, { front: 160, back: 290, half: 30, rim: 7, part: 'collar', deep: 0.42 })
  await tongueOf(
    top,
    '84,-9 82,0 84,9 140,13 166,19 186,20 194,9 195,-4 193,-15 184,-22 166,-21 140,-14.5',
    '178,14 185,14 189,6 190,-4 188,-12 182,-17 176,-17',
  )
  await laceRows(top, hikerRows, roundLace)
}

async function mocSeam(top: Top, layer: Layer): Promise<void> {
  const line = on(top, '104,-24 70,-29 40,-27 24,-18 18,0 24,20 40,30 70,32 104,26')
  await seam(layer, line, 2.2, -1.6, 0)
  const inner = on(top, '104,-21.6 70,-26.4 41,-24.4 26.4,-16.4 20.8,0 26.4,18 41,27.4 70,29.4 104,23.6')
  const outer = on(top, '104,-26.4 70,-31.6 39,-29.6 21.6,-19.6 15.2,0 21.6,22 39,32.6 70,34.6 104,28.4')
  for (const edge of [inner, outer]) await seam(layer, edge, 0.5, 0.4, 0.4)
  await stitch(layer, on(top, '104,-18.6 70,-23.4 42,-21.4 29,-14.4 23.8,0 29,15.6 42,24.4 70,26.4 104,20.6'))
}

import { flatLace } from './laces'
import { eyelets, panel, sportStitch, stitch, wrinkle } from '../craft'
import { type Layer, coat, flatLayer, raise } from '../layer'
import { filled } from '../marks'
import { put } from '../scene'
import { type LaceRows, eyeletsOf, laceRows } from './top-laces'
import { mouth } from './top-mouth'
import { type Top, bothSides, on, onRim, rim, tongueOf, upperOf } from './top-parts'

const runnerRows: LaceRows = { first: 94, pitch: 13.6, rows: 6, spread: [13.6, 16.4] }

export async function runnerTop(top: Top): Promise<void> {
  const isKnit = top.model === 'knit'
  await rim(top, 'mid', 4.2)
  const layer = await upperOf(top, 2.4, 42)
  await runnerToe(top, layer)
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

async function runnerToe(top: Top, layer: Layer): Promise<void> {
  if (top.model === 'retro') {
    await panel(layer, on(top, '-10,-60c 74,-60c 62,-30 46,-13 42,0 46,14 62,32 76,60c -10,60c'), 'overlay', {
      thick: 1.2,
      edge: 0.5,
    })
    await stitch(layer, on(top, '71,-58 59.6,-30 43.8,-13 39.8,0 43.8,14 59.6,32 73,58'), sportStitch)
  } else if (top.model !== 'knit') {
    const part = top.model === 'trail' ? 'rand' : 'overlay'
    await panel(
      layer,
      on(top, '-10,-60c 100,-60c 62,-39 30,-31 17,-18 14,0 17,19 30,33 62,41 100,60c -10,60c'),
      part,
      { thick: top.model === 'trail' ? 1.8 : 1, edge: 0.5 },
    )
  }
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

import { eyelets, panel, seam, stitch } from '../craft'
import type { Layer } from '../layer'
import { put } from '../scene'
import { roundLace } from './laces'
import { polishEnds } from './top-derby'
import { type LaceRows, eyeletsOf, laceRows } from './top-laces'
import { mouth } from './top-mouth'
import { type Top, on, onRim, rim, tongueOf, upperOf, weltStitch } from './top-parts'

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

import { dressStitch, eyelets, panel, polish, seam, stitch, wrinkle } from '../craft'
import type { Frame } from '../field'
import type { Layer } from '../layer'
import { offset, point, points } from '../points'
import { put, type Scene } from '../scene'
import { sampled } from '../spline'
import { insideLayer, lasts, lifted, sewn, upperLayer } from './body'
import { type BrogueLine, brogue, medallion } from './brogue'
import { leatherSole, lugLift, lugSole } from './dress-sole'
import { dressLace, laceUp, tieBow } from './laces'

const eyes = points('123.5,69.5 133,75.6 142.6,82.4 152,89.6 161,97.2')
const quarterFront = '113.2,67.2 115,63.4 122.4,55.6 132.4,43.8 140.2,28.8 144.4,10'

/** Open lacing: the quarters lie on the vamp. Models: cap, plain, brogue, lug, crepe. */
export async function derbySide(scene: Scene, model: string): Promise<void> {
  const onLugs = model === 'lug'
  const frame = onLugs ? lifted(scene.frame, lugLift) : scene.frame
  const rim = points('166,107 187,101.4 212,93 244,92.6 272,99.4 291,105')
  const inside = points('164,108 186,103 212,94.5 244,94 272,101 289,107 296,103 290,80 240,70 180,80')
  put(scene, await insideLayer(frame, inside, { rim }), -10)
  await tongue(scene, frame)
  put(scene, await upper(frame, model), 0, { dark: 0.6, blur: 1.5, dx: 1, dy: -1.2 })
  const bars = eyes.map(({ x, y }) => ({ x, y, dx: -0.64, dy: 0.77, length: 12 }))
  await laceUp(scene, frame, bars, dressLace)
  await tieBow(scene, frame, { knot: { x: 155.5, y: 104.5 }, size: 0.84 }, dressLace)
  if (onLugs) await lugSole(scene, scene.frame, 0)
  else await leatherSole(scene, frame, 0.4, model === 'crepe')
}

async function tongue(scene: Scene, frame: Frame): Promise<void> {
  const layer = await upperLayer(
    frame,
    '104,60 106,71.6 124,86.5 145,100 159,110.4 166.4,115.4 172,116.8 178.2,114.4 181,107 176,96 140,76',
    lasts.derby,
    { part: 'tongue', peak: 46 },
  )
  await stitch(layer, points('159,107.4 166.6,112.6 171.4,113.8 176,112'), dressStitch)
  put(scene, layer, -2)
}

async function upper(frame: Frame, model: string): Promise<Layer> {
  const layer = await upperLayer(
    frame,
    '3,13c 4,22 8,31 18,39.5 35,46 56,51.5 80,58 102,67.5 112,72.5c 118,71 136,82 154,96 166,107 171,109.5 176,107c 189,96.5 208,88.5 232,86.4 256,90.6 278,98 291,102.6 297,101 300,92 302.5,76 303,54 301,38 300,27c 200,18 90,4',
    lasts.derby,
  )
  polish(layer, { x: 6, y: 18 }, 58, 46)
  polish(layer, { x: 302, y: 36 }, 46, 60, 0.7)
  await toe(layer, model)
  await quarter(layer, model)
  for (const line of ['93,63 88,53 90,40', '101,66 95,54 98,38', '107,66 102.5,57 106,44']) {
    await wrinkle(layer, points(line), 2.2, 0.4)
  }
  await eyelets(layer, eyes, 1.25)
  return layer
}

async function toe(layer: Layer, model: string): Promise<void> {
  if (model === 'cap') {
    const line = points('66,60 65,53 66.5,42 70,28 75,8')
    await panel(layer, points('-6,0c -6,60c 66,62c 65,53 66.5,42 70,28 75,8c'), 'cap', {
      thick: 1,
      edge: 0.7,
    })
    for (const inset of [1.3, 2.8]) await stitch(layer, offset(sampled(line, false), -inset), dressStitch)
  }
  if (model === 'brogue') {
    const wing: BrogueLine = {
      line: points('77,60 70,51.5 67,44 71,36.5 84,29 103,22.5 126,16 150,9'),
      inside: -1,
    }
    await brogue(layer, wing, [
      ...wing.line,
      point(150, -12, true),
      point(-8, -12, true),
      point(-8, 62, true),
    ])
    await medallion(layer)
  }
}

async function quarter(layer: Layer, model: string): Promise<void> {
  const shape =
    '172,112c 154,97 136,83 118,72.4 113.4,71.6 110.4,68 112,62.6 120,54.6 130,43 138,28 142,8c 320,8c 320,130c'
  await sewn(
    layer,
    shape,
    'quarter',
    [
      `167,105.5 153,93.6 136,80.6 121,71.4 115.4,69.8 ${quarterFront}`,
      '122.4,57.4 133.4,45.4 141.8,29.4 146,10',
    ],
    { stitching: dressStitch, thick: 1.3, edge: 0.8 },
  )
  for (const line of [
    '176,101 166,92 150,80 136,71 127,65 122.5,58.5',
    '178,102 190,93 208,85.3 232,83.2 256,87.4 277,94.6 294,99.4',
    '190,90.3 208,82.6 232,80.5 256,84.7 277,92 296,97',
  ]) {
    await stitch(layer, points(line), dressStitch)
  }
  if (model === 'brogue') return counter(layer)
  await sewn(
    layer,
    '289,108c 287.5,92 285,72 280,50 276,24c 310,20c 310,112c',
    'quarter',
    ['290.6,104 289.2,92 286.8,72 281.8,50 278,26'],
    {
      stitching: dressStitch,
      thick: 0.9,
    },
  )
}

async function counter(layer: Layer): Promise<void> {
  const line = points('304,84 288,78 268,64 252,46 242,24')
  await brogue(layer, { line, inside: 1 }, [
    ...line,
    point(242, 10, true),
    point(312, 10, true),
    point(312, 86, true),
  ])
  await seam(layer, points('291,104 289.4,92 288,80'), 0.45, 0.4, 0.35)
}

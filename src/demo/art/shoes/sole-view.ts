import type { ArtType } from '../colourways/colourway'
import { coat, layerOf, raise } from '../layer'
import { filled } from '../marks'
import { inflated } from '../inflate'
import { raster } from '../raster'
import { put, type Scene } from '../scene'
import { forms, planOf } from './plan'
import { lugs, ripples } from './tread-deep'
import type { Tread } from './tread'
import { crepe, leather, slim } from './tread-leather'
import { bars, diamonds, herringbone, pods } from './tread-rubber'

const usual: Readonly<Record<ArtType, Tread>> = {
  ballerina: slim,
  chelsea: leather,
  derby: leather,
  hiker: lugs,
  loafer: leather,
  runner: pods,
  sandal: ripples,
  sneaker: herringbone,
}

const ofModel: Readonly<Record<string, Tread>> = {
  'sneaker/canvas': diamonds,
  'sneaker/terrace': bars,
  'runner/trail': lugs,
  'derby/lug': lugs,
  'derby/crepe': crepe,
  'loafer/lug': lugs,
  'chelsea/lug': lugs,
  'chelsea/crepe': crepe,
  'hiker/urban': ripples,
  'sandal/cross': slim,
  'sandal/fisherman': slim,
}

/** One shoe from below: the plan mirrored, its rim rounded, its tread standing out. */
export async function soleView(scene: Scene, type: ArtType, model: string): Promise<void> {
  const { frame } = scene
  const form = forms[type]
  const grow = type === 'runner' || type === 'hiker' || model === 'lug' ? 3 : 1.5
  const outline = planOf(form, grow).map((p) => ({ ...p, y: -p.y }))
  const mask = await raster(frame, filled(outline))
  const layer = layerOf(frame, mask, await inflated(frame, mask, outline, 6))
  coat(layer, 'outsole')
  raise(layer, mask, 4, 1.6)
  await (ofModel[`${type}/${model}`] ?? usual[type])(layer, form)
  put(scene, layer, 0)
}

import { onLayer, seam, stitch } from '../craft'
import { clipped } from '../field'
import { type Layer, coat, darken, raise, uncover } from '../layer'
import { discs, filled, polygons } from '../marks'
import { points } from '../points'
import { type PlanForm, planOf } from './plan'
import { type Tread, bar, flip, mark } from './tread'

/** Natural crepe: one uneven sheet with a heel step. */
export const crepe: Tread = async (layer, form) => {
  const inside = await onLayer(layer, filled(flip(planOf(form, -3.4))))
  raise(layer, inside, 0.8, 1.4)
  await heelPiece(layer, form, 'outsole')
  await mark(layer, 170, 0, 0.8)
}

/** Welted leather: channel stitching round the forepart, polished waist, heel with a rubber corner and nails. */
export const leather: Tread = async (layer, form) => {
  const channel = flip(planOf(form, -6)).filter((p) => p.x < 224)
  const lateral = channel.filter((p) => p.y > 0).sort((a, b) => b.x - a.x)
  const medial = channel.filter((p) => p.y <= 0).sort((a, b) => a.x - b.x)
  await stitch(layer, [...lateral, ...medial], { width: 0.7, dash: '1.9 1', part: 'soleThread' })
  const waist = await onLayer(
    layer,
    filled(points('150,-60c 142,-20 142,20 150,60c 214,60c 220,20 220,-20 214,-60c')),
  )
  darken(layer, waist, 0.22, 7)
  await mark(layer, 178, 0, 0.8)
  await heelPiece(layer, form, 'heel')
  const corner = clipped(
    await onLayer(layer, filled(flip(planOf(form, -1.6)))),
    await onLayer(layer, polygons([bar(262, -60, 320, 60)])),
  )
  coat(layer, 'toplift', corner)
  await seam(layer, points('262,-50 262,50'), 0.5, 0.4, 0.5)
  await nails(layer, form)
}

async function heelPiece(layer: Layer, form: PlanForm, part: 'heel' | 'outsole'): Promise<void> {
  const block = await onLayer(layer, filled(points('233,-60c 226,-24 225,0 226,24 233,60c 330,60c 330,-60c')))
  const where = clipped(block, await onLayer(layer, filled(flip(planOf(form, -0.6)))))
  darken(layer, where, 0.5, 2.4)
  uncover(layer, where)
  coat(layer, part === 'heel' ? 'outsole' : part, where, { tint: 0.8 })
  raise(layer, where, 9, 0.7)
}

async function nails(layer: Layer, form: PlanForm): Promise<void> {
  const places = flip(planOf(form, -5.6)).filter((p) => p.x > 236)
  const where = await onLayer(
    layer,
    discs([...places, { x: 242, y: -14 }, { x: 240.6, y: 0 }, { x: 242, y: 14 }], 0.9),
  )
  coat(layer, 'metal', where)
  raise(layer, where, 0.3, 0.15)
}

/** Ballerina: leather with a thin rubber forepart and a small top piece. */
export const slim: Tread = async (layer, form) => {
  await leather(layer, form)
  const pad = clipped(
    await onLayer(layer, filled(flip(planOf(form, -9)))),
    await onLayer(layer, filled(points('-10,-60c 118,-60c 126,0 118,60c -10,60c'))),
  )
  coat(layer, 'toplift', pad)
  raise(layer, pad, 0.5, 0.3)
  const ribs = Array.from({ length: 24 }, (_, i) => bar(14 + i * 4.6, -60, 15.4 + i * 4.6, 60))
  const cut = clipped(await onLayer(layer, polygons(ribs)), pad)
  raise(layer, cut, -0.5, 0.2)
}

import { at, type Frame, type Patch } from '../field'
import { coat, darken, eachPixel, flatLayer, lastedLayer, type Layer, layerOf, raise } from '../layer'
import { filled, stroked } from '../marks'
import { noise, smoothstep } from '../noise'
import { type Point, points } from '../points'
import { raster } from '../raster'
import type { Part } from '../colourways/colourway'
import { onLayer, panel, stitch, type Stitching } from '../craft'

/** Half the width of the foot at `x` mm from the toe: how far a sole's side stands towards the viewer. */
export function halfWidth(x: number): number {
  if (x <= -3 || x >= 309) return 0
  if (x < 78) return 47 * Math.sqrt(Math.max(0, 1 - ((78 - x) / 82) ** 2))
  if (x < 262) return 47 + 2 * smoothstep(78, 105, x) - 14 * smoothstep(110, 195, x)
  return 35 * Math.sqrt(Math.max(0, 1 - ((x - 262) / 48) ** 2))
}

/** Where an upper bows: the last's outline runs below the feather line and up an imaginary leg. */
export const lasts = {
  sneaker: points(
    '2,0 3,30 9,43 22,53 45,60 72,65 98,74 122,88 145,104 162,117 170,139 176,190c 291,190c 295,134 300,90 300,50 299,10 296,-8 200,-10 100,-10 30,-8',
  ),
  runner: points(
    '0,0 2,34 7,46 18,57 38,65.5 64,72 92,81 116,94 138,109 156,124 164,146 170,190c 292,190c 296,158 301,108 301,80 303,40 300,0 200,-5 100,-10 20,-10',
  ),
  derby: points(
    '2,-4 3,22 7,32 17,40 34,46 55,51.5 80,58.5 104,69 127,83 148,98 164,110 172,132 178,190c 292,190c 296,134 302,85 302,50 300,15 296,0 200,2 100,-10 30,-10',
  ),
  loafer: points(
    '2,-4 3,20 7,30 17,37 34,42 56,47 80,54 103,64.5 122,76.5 140,90 156,104 168,130 174,190c 290,190c 294,140 299,98 303,80 303,50 301,15 296,0 200,2 100,-10 30,-10',
  ),
  chelsea: points(
    '2,-4 3,24 7,35 17,43 34,49 56,54.5 82,61 106,70.5 128,84 147,101 160,122 167,150 170,200c 297,200c 295,150 299,110 304,80 304,50 301,15 296,0 200,2 100,-10 30,-10',
  ),
  hiker: points(
    '0,0 3,36 8,47 18,56 36,62 58,67 82,74 105,84 126,98 142,115 152,134 159,156 164,200c 300,200c 300,150 299,118 305,86 306,50 303,10 296,-6 200,-6 100,-8 30,-6',
  ),
  ballerina: points(
    '2,-6 3,14 7,23 16,31 32,37 52,42 74,48 100,60 124,78 144,104 156,150 160,190c 288,190c 292,120 298,80 302,60 302,34 299,8 296,-10 200,-12 100,-14 30,-12',
  ),
  sandal: points(
    '2,0 4,30 40,38 70,46 96,62 122,74 146,84 172,102 180,190c 290,190c 300,100 302,20 296,-8 30,-8',
  ),
} as const

export interface SoleForm {
  readonly bevel: number
  readonly depth: number
  /** Share of the foot's half width that the sole stands out. */
  readonly width?: number
}

/** A body of sole seen from the side, its edges rounded. */
export async function soleLayer(
  frame: Frame,
  outline: readonly Point[],
  part: Part,
  form: SoleForm,
): Promise<Layer> {
  const mask = await raster(frame, filled(outline))
  const layer = layerOf(frame, mask)
  eachPixel(layer, (i, x) => {
    layer.height[i] = halfWidth(x) * (form.width ?? 0.8)
  })
  coat(layer, part)
  raise(layer, mask, form.depth * 2, form.bevel)
  return layer
}

export interface Inside {
  /** The far topline, front to back: gets a rim in the upper's colour. */
  readonly rim?: readonly Point[]
  readonly dark?: number
}

/** The lining of the far side: darker downwards and towards the back, uneven, with a seam and a sewn edge. */
export async function insideLayer(
  frame: Frame,
  outline: readonly Point[],
  { rim, dark = 0.6 }: Inside = {},
): Promise<Layer> {
  const layer = await flatLayer(frame, filled(outline))
  const ys = outline.map((p) => p.y)
  const xs = outline.map((p) => p.x)
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const [front, back] = [Math.min(...xs), Math.max(...xs)]
  coat(layer, 'lining')
  eachPixel(layer, (i, x, y) => {
    const deep = 1 - smoothstep(low + 2, high + 3, y)
    const behind = smoothstep(front + (back - front) * 0.62, back, x)
    layer.light[i] =
      at(layer.light, i) * (1 - dark * deep) * (1 - 0.42 * behind) * (0.94 + 0.06 * noise(x * 0.05, y * 0.12))
    layer.height[i] = 2.2 * noise(x * 0.035 + 9, y * 0.06) - 7 * behind * behind
  })
  raise(layer, layer.mask, 1.5, 0.6)
  if (rim) await sewRim(layer, rim)
  return layer
}

async function sewRim(layer: Layer, rim: readonly Point[]): Promise<void> {
  const edge = await onLayer(layer, stroked(rim, 4.4))
  coat(layer, 'upper', edge, { tint: 0.85 })
  raise(layer, edge, 1, 0.5)
  darken(layer, edge, 0.12, 0.8)
}

/** The upper: its visible outline, bowed like the last below it. */
export async function upperLayer(
  frame: Frame,
  outline: string,
  last: readonly Point[],
  { part = 'upper', peak = 50 }: { part?: Part; peak?: number } = {},
): Promise<Layer> {
  const layer = await lastedLayer(frame, points(outline), last, peak)
  coat(layer, part)
  return layer
}

/** The same studio with everything drawn on it `mm` higher: an upper on a thicker sole. */
export const lifted = (frame: Frame, mm: number): Frame => ({ ...frame, ground: frame.ground - mm })

/** A panel and the row of stitches that holds it. */
export async function sewn(
  layer: Layer,
  shape: string,
  part: Part,
  rows: readonly string[],
  { stitching, thick, edge }: { stitching?: Stitching; thick?: number; edge?: number } = {},
): Promise<Patch> {
  const where = await panel(layer, points(shape), part, {
    ...(thick === undefined ? {} : { thick }),
    ...(edge === undefined ? {} : { edge }),
  })
  for (const row of rows) await stitch(layer, points(row), stitching)
  return where
}

import { linear } from './colour'
import { at, eachShared, type Frame, type Patch } from './field'
import type { Coating, Layer } from './layer'
import { surfaces, type Texel } from './materials'
import { coatOf } from './parts'
import type { Scene } from './scene'
import type { Colourway } from './colourways/colourway'

/** What the light needs to know of every pixel of the frame; one field per quantity, reused from picture to picture. */
export interface Skin {
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
  readonly rough: Float32Array
  readonly shine: Float32Array
  readonly fuzz: Float32Array
  readonly nx: Float32Array
  readonly ny: Float32Array
  readonly nz: Float32Array
}

type Cover = Omit<Skin, 'nx' | 'ny' | 'nz'> & { readonly bump: Float32Array }

export function emptySkin({ width, height }: Pick<Frame, 'width' | 'height'>): Skin {
  const field = (): Float32Array => new Float32Array(width * height)
  const [red, green, blue, rough, shine] = [field(), field(), field(), field(), field()]
  return { red, green, blue, rough, shine, fuzz: field(), nx: field(), ny: field(), nz: field() }
}

/** Dresses the scene in a colourway: colours and normals of every layer, composited back to front. */
export function dress(scene: Scene, way: Colourway, skin: Skin): void {
  for (const field of Object.values(skin) as Float32Array[]) field.fill(0)
  for (const layer of scene.layers) {
    const cover = coverOf(layer, way)
    composite(scene.frame, layer, cover, skin)
  }
}

function coverOf(layer: Layer, way: Colourway): Cover {
  const field = (): Float32Array => new Float32Array(layer.mask.values.length)
  const [red, green, blue, rough, shine] = [field(), field(), field(), field(), field()]
  const cover: Cover = { red, green, blue, rough, shine, fuzz: field(), bump: field() }
  for (const coating of layer.coatings) apply(layer, coating, way, cover)
  return cover
}

/** The texture is laid in mm and shifted with the height, so that it follows the form a little. */
function apply(layer: Layer, coating: Coating, way: Colourway, cover: Cover): void {
  const [material, hex] = coatOf(way.parts, coating.part)
  const { rough, shine, fuzz, texture } = surfaces[material]
  const [red, green, blue] = linear(hex)
  const burnish = material === 'calf' || material === 'grain' ? way.burnish : 0
  const texel: Texel = new Float64Array(2)
  const { frame, mask } = layer
  const where: Patch = coating.where ?? mask
  eachShared(mask, where, (i, j) => {
    const a = at(where.values, j)
    if (a <= 0.003 || at(mask.values, i) <= 0) return
    const x = (mask.x + (i % mask.w) + 0.5) / frame.scale - frame.left
    const y = frame.ground - (mask.y + Math.floor(i / mask.w) + 0.5) / frame.scale
    const slide = at(layer.height, i) * 0.075
    texture(x - slide, y + slide, texel)
    const tone = at(texel, 1) * coating.tint * (1 - Math.min(0.5, burnish * at(layer.polish, i)))
    blend(cover.red, i, red * tone, a)
    blend(cover.green, i, green * tone, a)
    blend(cover.blue, i, blue * tone, a)
    blend(cover.rough, i, rough, a)
    blend(cover.shine, i, shine, a)
    blend(cover.fuzz, i, fuzz, a)
    blend(cover.bump, i, at(texel, 0) * coating.bump, a)
  })
}

function blend(field: Float32Array, i: number, value: number, share: number): void {
  const old = at(field, i)
  field[i] = old + (value - old) * share
}

/** Normals are taken inside one layer only: over the composite a black line would run round every piece. */
function composite(frame: Frame, layer: Layer, cover: Cover, skin: Skin): void {
  const { w, h, values } = layer.mask
  const heights = new Float32Array(values.length)
  for (let i = 0; i < heights.length; i++) heights[i] = at(layer.height, i) + at(cover.bump, i)
  const solid = (i: number): boolean => at(values, i) > 0.02
  for (let row = 0; row < h; row++) {
    let i = row * w
    let target = (layer.mask.y + row) * frame.width + layer.mask.x
    for (let column = 0; column < w; column++, i++, target++) {
      const a = at(values, i)
      if (a <= 0.002) continue
      const before = column > 0 && solid(i - 1) ? i - 1 : i
      const after = column < w - 1 && solid(i + 1) ? i + 1 : i
      const above = row > 0 && solid(i - w) ? i - w : i
      const below = row < h - 1 && solid(i + w) ? i + w : i
      const dx =
        after > before ? ((at(heights, after) - at(heights, before)) / (after - before)) * frame.scale : 0
      const dy =
        below > above ? ((at(heights, below) - at(heights, above)) / ((below - above) / w)) * frame.scale : 0
      const length = Math.sqrt(dx * dx + dy * dy + 1)
      blend(skin.nx, target, -dx / length, a)
      blend(skin.ny, target, dy / length, a)
      blend(skin.nz, target, 1 / length, a)
      blend(skin.red, target, at(cover.red, i), a)
      blend(skin.green, target, at(cover.green, i), a)
      blend(skin.blue, target, at(cover.blue, i), a)
      blend(skin.rough, target, at(cover.rough, i), a)
      blend(skin.shine, target, at(cover.shine, i), a)
      blend(skin.fuzz, target, at(cover.fuzz, i), a)
    }
  }
}

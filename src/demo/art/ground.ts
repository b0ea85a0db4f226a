import { blurInPlace } from './blur'
import { encode, linear } from './colour'
import { at, type Frame } from './field'
import { grain, noise, smoothstep } from './noise'
import type { Scene } from './scene'

/** The paper under every product picture. */
export const paper = '#EBE4D8'

/** Brightness of the ground: falls off away from the upper left, a faint horizon, three sizes of grain. */
export function groundTone(frame: Frame, lies: boolean): Float32Array {
  const { width, height, scale } = frame
  const tone = new Float32Array(width * height)
  const horizon = (frame.ground * scale) / height
  for (let row = 0, i = 0; row < height; row++) {
    const v = row / height
    const line = lies
      ? 1
      : 1 -
        0.03 * smoothstep(horizon - 0.16, horizon - 0.02, v) +
        0.035 * smoothstep(horizon - 0.02, horizon + 0.2, v)
    for (let column = 0; column < width; column++, i++) {
      const [x, y] = [column / scale, row / scale]
      const far = Math.hypot((column / width - 0.36) * 0.9, (v - 0.34) * 0.85)
      const fibre =
        noise(x * 2.4, y * 2.4) * 0.004 +
        noise(x * 0.5 + 50, y * 3.1) * 0.003 +
        noise(x * 0.05, y * 0.06) * 0.006
      tone[i] = (1.03 - 0.12 * far ** 1.5) * line + fibre
    }
  }
  return tone
}

interface Band {
  readonly above: number
  readonly below: number
  readonly blur: number
  readonly reach: number
  readonly right: number
}

/** Three shadows of a standing shoe: where it touches, close by, and wide; millimetres. */
const bands: readonly (Band & { dark: number })[] = [
  { above: 3, below: 2.2, blur: 1, reach: 2.4, right: 0, dark: 0.84 },
  { above: 4, below: 7, blur: 3.2, reach: 9, right: 0, dark: 0.48 },
  { above: 5, below: 15, blur: 10, reach: Infinity, right: 7, dark: 0.26 },
]

/** How dark the ground is, 0..0.93, from the gap between each column's lowest pixel and the ground line. */
export function shadow(scene: Scene): Float32Array {
  return scene.lies ? lyingShadow(scene) : standingShadow(scene)
}

function standingShadow(scene: Scene): Float32Array {
  const gaps = gapsOf(scene)
  const lit = new Float32Array(scene.alpha.length).fill(1)
  for (const band of bands) {
    const field = bandShadow(scene.frame, gaps, band)
    for (let i = 0; i < lit.length; i++) lit[i] = at(lit, i) * (1 - band.dark * at(field, i))
  }
  return lit.map((l) => Math.min(0.93, 1 - l))
}

function bandShadow({ width, height, scale, ground }: Frame, gaps: Float32Array, band: Band): Float32Array {
  const field = new Float32Array(width * height)
  const top = Math.max(0, Math.round((ground - band.above) * scale))
  const bottom = Math.min(height - 1, Math.round((ground + band.below) * scale))
  const shift = Math.round(band.right * scale)
  gaps.forEach((gap, column) => {
    const x = column + shift
    if (gap < 0 || x >= width) return
    const strength = Math.exp(-gap / band.reach)
    for (let y = top; y <= bottom; y++) field[y * width + x] = strength
  })
  blurInPlace(field, width, height, band.blur * scale)
  return field
}

/** Millimetres of air under each column, -1 where there is no shoe. */
function gapsOf({ frame, alpha }: Scene): Float32Array {
  const { width, height, ground, scale } = frame
  const gaps = new Float32Array(width).fill(-1)
  for (let x = 0; x < width; x++) {
    for (let y = height - 1; y >= 0; y--) {
      if (at(alpha, y * width + x) <= 0.5) continue
      gaps[x] = Math.max(0, ground - y / scale)
      break
    }
  }
  return gaps
}

function lyingShadow({ frame, alpha }: Scene): Float32Array {
  const { width, height, scale } = frame
  const near = alpha.slice()
  const wide = alpha.slice()
  blurInPlace(near, width, height, 2 * scale)
  blurInPlace(wide, width, height, 8 * scale)
  const moved = (field: Float32Array, i: number, right: number, down: number): number => {
    const [x, y] = [(i % width) - Math.round(right * scale), Math.floor(i / width) - Math.round(down * scale)]
    return x < 0 || y < 0 ? 0 : at(field, y * width + x)
  }
  return near.map((_, i) => {
    const dark = (1 - 0.59 * moved(near, i, 1.6, 1.6)) * (1 - 0.36 * moved(wide, i, 3.5, 7))
    return Math.min(0.93, 1 - dark)
  })
}

export interface Backdrop {
  readonly tone: Float32Array
  readonly shadow: Float32Array
}

/** A shadow on paper is a little warm. */
const shadowTint = [0.895, 0.909, 0.923] as const

/** Ground, shadow, reflection and shoe as sRGB bytes. `shaded` holds linear light, three values per pixel. */
export function develop(scene: Scene, backdrop: Backdrop, shaded: Float32Array, ground = paper): Buffer {
  const { frame, alpha } = scene
  const base = linear(ground)
  const line = frame.ground * frame.scale
  const bytes = Buffer.alloc(frame.width * frame.height * 3)
  for (let row = 0, i = 0; row < frame.height; row++) {
    const mirrored = scene.lies || row <= line ? -1 : Math.round(2 * line - row) * frame.width
    const glow = 0.11 * Math.exp((line - row) / frame.scale / 9)
    for (let column = 0; column < frame.width; column++, i++) {
      const source = mirrored < 0 ? -1 : mirrored + column
      const reflected = source < 0 ? 0 : at(alpha, source) * glow
      const tone = at(backdrop.tone, i)
      const shade = at(backdrop.shadow, i)
      const a = at(alpha, i)
      for (let c = 0; c < 3; c++) {
        let light = at(base, c) * tone * (1 - shade * at(shadowTint, c))
        if (reflected > 0) light += (at(shaded, source * 3 + c) - light) * reflected
        if (a > 0) light += (at(shaded, i * 3 + c) - light) * a
        bytes[i * 3 + c] = Math.round(encode(light) + (grain(i * 7 + c) - 0.5) * 0.9)
      }
    }
  }
  return bytes
}

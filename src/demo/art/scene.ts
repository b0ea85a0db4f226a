import { blurInPlace, blurred } from './blur'
import { at, eachShared, type Frame, type Patch } from './field'
import type { Layer } from './layer'
import { smoothstep } from './noise'

/** All bodies of a picture, back to front, and what light does between them; the same for every colourway. */
export interface Scene {
  readonly frame: Frame
  /** A shoe stands on its ground line, or lies seen from above. */
  readonly lies: boolean
  readonly layers: Layer[]
  readonly alpha: Float32Array
  readonly height: Float32Array
  readonly light: Float32Array
}

export interface Contact {
  readonly dark: number
  readonly blur: number
  readonly dx: number
  readonly dy: number
}

export function emptyScene(frame: Frame, lies: boolean): Scene {
  const size = frame.width * frame.height
  const field = (): Float32Array => new Float32Array(size)
  return { frame, lies, layers: [], alpha: field(), height: field(), light: field().fill(1) }
}

/** Puts a finished layer on top, `lift` mm towards the viewer, and lets it shade what lies below. */
export function put(scene: Scene, layer: Layer, lift: number, contact?: Contact): void {
  if (contact) touch(scene, layer.mask, contact)
  const { width, height } = scene.frame
  eachShared({ x: 0, y: 0, w: width, h: height }, layer.mask, (i, j) => {
    const a = at(layer.mask.values, j)
    if (a <= 0.002) return
    scene.height[i] = at(scene.height, i) * (1 - a) + (at(layer.height, j) + lift) * a
    scene.light[i] = at(scene.light, i) * (1 - a) + at(layer.light, j) * a
    scene.alpha[i] = at(scene.alpha, i) + (1 - at(scene.alpha, i)) * a
  })
  scene.layers.push(layer)
}

/** The contact shadow of a coming layer, moved away from the light. */
export function touch(scene: Scene, mask: Patch, { dark, blur, dx, dy }: Contact): void {
  const { scale, width, height } = scene.frame
  const soft = blurred(mask, blur * scale)
  const moved = { ...soft, x: soft.x + Math.round(dx * scale), y: soft.y - Math.round(dy * scale) }
  eachShared({ x: 0, y: 0, w: width, h: height }, moved, (i, j) => {
    scene.light[i] = at(scene.light, i) * (1 - dark * at(soft.values, j))
  })
}

/** Folds occlusion (hollows in the heights) and the darkness near the floor into the light. Call once, last. */
export function settle(scene: Scene): void {
  const { frame, alpha, height, light } = scene
  const near = hollow(scene, 1.2 * frame.scale)
  const wide = hollow(scene, 5 * frame.scale)
  for (let i = 0; i < alpha.length; i++) {
    if (at(alpha, i) <= 0.003) continue
    const open =
      1 /
      (1 + 0.42 * Math.max(0, at(near, i) - at(height, i)) + 0.05 * Math.max(0, at(wide, i) - at(height, i)))
    light[i] = at(light, i) * open
  }
}

/** The mean height around each pixel, over the shoe only. */
function hollow({ frame, alpha, height }: Scene, sigma: number): Float32Array {
  const sums = height.map((h, i) => h * at(alpha, i))
  const weights = alpha.slice()
  blurInPlace(sums, frame.width, frame.height, sigma)
  blurInPlace(weights, frame.width, frame.height, sigma)
  return sums.map((s, i) => s / Math.max(at(weights, i), 0.05))
}

/** Less light comes in close to the floor. */
export const floorLight = (y: number): number => 0.72 + 0.28 * smoothstep(-2, 42, y)

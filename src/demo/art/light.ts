import { at } from './field'
import { smoothstep } from './noise'
import { floorLight, type Scene } from './scene'
import type { Skin } from './surface'

type Vector = readonly [number, number, number]

function unit(x: number, y: number, z: number): Vector {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}

/** One studio for all pictures; the viewer is at 0,0,1. Large box upper left, strip above, rim from the right behind. */
const key = unit(-0.52, 0.66, 0.56)
const strip = unit(-0.12, 0.93, 0.38)
const rim = unit(0.86, 0.34, 0.12)
const fill = unit(-0.25, 0.05, 1)

const keyTint: Vector = [1.03, 1, 0.955]
const rimTint: Vector = [0.96, 1, 1.05]
const sky: Vector = [1, 1, 1.02]
const floor: Vector = [0.46, 0.41, 0.34]

/** The material and the way it is turned, at one point. */
export interface Spot {
  nx: number
  ny: number
  nz: number
  rough: number
  shine: number
  fuzz: number
  /** Light let in by occlusion and by the floor, 0..1. */
  open: number
  floor: number
}

const dot = (v: Vector, x: number, y: number, z: number): number => v[0] * x + v[1] * y + v[2] * z

/** How much of a soft box a surface of this roughness mirrors; `width` is the softness of its edge. */
function box(cosine: number, width: number, rough: number): number {
  const soft = width + rough * 0.85
  return smoothstep(0.9 - soft, 0.9 + soft * 0.55, cosine)
}

/** What falls on a spot and what it mirrors, before its colour is known. */
interface Exposure {
  key: number
  fill: number
  rim: number
  up: number
  /** Share of the diffuse light that is not mirrored away. */
  kept: number
  glint: number
  nap: number
  metal: number
}

function expose(spot: Spot, out: Exposure): void {
  const { nx, ny, nz, rough, shine, fuzz, open } = spot
  const grazing = 1 - nz
  const fresnel = shine + (1 - shine) * 0.55 * grazing ** 5 * (1 - rough * 0.75)
  out.key = Math.max(0, (dot(key, nx, ny, nz) + 0.22) / 1.22)
  out.fill = Math.max(0, dot(fill, nx, ny, nz))
  out.rim = Math.max(0, dot(rim, nx, ny, nz))
  out.up = 0.5 + 0.5 * ny
  out.metal = shine > 0.1 ? smoothstep(0.1, 0.3, shine) : 0
  out.kept = spot.floor * open * (1 - fresnel * 0.6) * (1 - 0.5 * out.metal)
  out.glint = mirrored(spot) * fresnel * (0.35 + 0.65 * open) * 0.9 * spot.floor
  out.nap = fuzz > 0 ? fuzz * grazing ** 1.6 * (0.55 + 0.6 * out.up) * open : 0
}

/** Light that an exposed spot of this albedo sends to the viewer in one channel; linear, unbounded. */
function sent(
  { key: lamp, fill: front, rim: behind, up, kept, glint, nap, metal }: Exposure,
  albedo: number,
  channel: 0 | 1 | 2,
): number {
  const around = sky[channel] * up + floor[channel] * (1 - up)
  const diffuse =
    lamp * 0.86 * keyTint[channel] + around * 0.27 + front * 0.13 + behind * 0.1 * rimTint[channel]
  const tinted = 1 + metal * (albedo * 1.35 - 0.72)
  return albedo * diffuse * kept + glint * keyTint[channel] * tinted + nap * (albedo * 0.85 + 0.05)
}

const dark = (): Exposure => ({ key: 0, fill: 0, rim: 0, up: 0, kept: 0, glint: 0, nap: 0, metal: 0 })

/** Light of one colour channel that the spot sends to the viewer, from its albedo; linear, unbounded. */
export function radiance(spot: Spot, albedo: number, channel: 0 | 1 | 2): number {
  const exposure = dark()
  expose(spot, exposure)
  return sent(exposure, albedo, channel)
}

/** The studio seen in the reflected ray. */
function mirrored({ nx, ny, nz, rough }: Spot): number {
  const rx = 2 * nz * nx
  const ry = 2 * nz * ny
  const rz = 2 * nz * nz - 1
  const lamps =
    box(dot(key, rx, ry, rz), 0.035, rough) * 6.4 +
    box(dot(strip, rx, ry, rz), 0.05, rough) * 3.6 +
    box(dot(rim, rx, ry, rz), 0.05, rough) * 2.4
  return lamps / (1 + rough * rough * 9) + 0.55 * (0.5 + 0.5 * ry) + 0.2
}

/** Above 0.62 the light rolls off, so that white keeps its form. */
export const rollOff = (light: number): number =>
  light < 0.62 ? light : 0.62 + 0.36 * (1 - Math.exp(-(light - 0.62) / 0.36))

/** Shades every pixel of the scene: red, green and blue in linear light, three per pixel. */
export function shade(scene: Scene, skin: Skin, out: Float32Array): void {
  const { frame, alpha, light, lies } = scene
  const exposure = dark()
  const spot: Spot = { nx: 0, ny: 0, nz: 1, rough: 1, shine: 0, fuzz: 0, open: 1, floor: 1 }
  for (let row = 0, i = 0; row < frame.height; row++) {
    spot.floor = lies ? 1 : floorLight(frame.ground - (row + 0.5) / frame.scale)
    for (let column = 0; column < frame.width; column++, i++) {
      if (at(alpha, i) <= 0.003) continue
      turn(spot, at(skin.nx, i), at(skin.ny, i), at(skin.nz, i))
      spot.rough = at(skin.rough, i)
      spot.shine = at(skin.shine, i)
      spot.fuzz = at(skin.fuzz, i)
      spot.open = at(light, i)
      expose(spot, exposure)
      const red = rollOff(sent(exposure, at(skin.red, i), 0))
      const green = rollOff(sent(exposure, at(skin.green, i), 1))
      const blue = rollOff(sent(exposure, at(skin.blue, i), 2))
      const grey = 0.3 * red + 0.59 * green + 0.11 * blue
      out[i * 3] = grey + (red - grey) * 0.86
      out[i * 3 + 1] = grey + (green - grey) * 0.86
      out[i * 3 + 2] = grey + (blue - grey) * 0.86
    }
  }
}

function turn(spot: Spot, x: number, y: number, z: number): void {
  const length = Math.sqrt(x * x + y * y + z * z) || 1
  spot.nx = x / length
  spot.ny = y / length
  spot.nz = z / length
}

import sharp from 'sharp'

import type { Colourway } from './colourways/colourway'
import type { Frame } from './field'
import { type Backdrop, develop, groundTone, shadow } from './ground'
import { shade } from './light'
import { emptyScene, type Scene, settle } from './scene'
import { dress, emptySkin, type Skin } from './surface'

/** A drawn model in one frame: geometry, shadow and ground, ready for any number of colourways. */
export interface Plate {
  readonly scene: Scene
  readonly backdrop: Backdrop
}

const tones = new WeakMap<Frame, Float32Array>()

/** The ground is the same for all pictures of a frame. */
function toneOf(frame: Frame, lies: boolean): Float32Array {
  const tone = tones.get(frame) ?? groundTone(frame, lies)
  tones.set(frame, tone)
  return tone
}

/** Draws the geometry once; everything that does not depend on the colourway. */
export async function etch(
  frame: Frame,
  lies: boolean,
  draw: (scene: Scene) => Promise<void>,
): Promise<Plate> {
  const scene = emptyScene(frame, lies)
  await draw(scene)
  settle(scene)
  return { scene, backdrop: { tone: toneOf(frame, lies), shadow: shadow(scene) } }
}

let spare: { skin: Skin; light: Float32Array } | undefined

/** Fields of a frame's size, kept for the next picture: allocating them anew costs as much as filling them. */
function fieldsFor({ width, height }: Frame): { skin: Skin; light: Float32Array } {
  if (spare?.light.length !== width * height * 3) {
    spare = { skin: emptySkin({ width, height }), light: new Float32Array(width * height * 3) }
  }
  return spare
}

export interface Finish {
  readonly ground?: string
  /** Pixels cut off all round: a close-up is drawn larger, since masks that end at the frame would shade its border. */
  readonly bleed?: number
}

/** One colourway of a plate as a WebP master. */
export async function print(
  plate: Plate,
  way: Colourway,
  { ground, bleed = 0 }: Finish = {},
): Promise<Buffer> {
  const { scene, backdrop } = plate
  const { width, height } = scene.frame
  const { skin, light } = fieldsFor(scene.frame)
  light.fill(0)
  dress(scene, way, skin)
  shade(scene, skin, light)
  const raw = { width, height, channels: 3 } as const
  return sharp(develop(scene, backdrop, light, ground), { raw })
    .extract({ left: bleed, top: bleed, width: width - 2 * bleed, height: height - 2 * bleed })
    .webp({ quality: 84, effort: 5 })
    .toBuffer()
}

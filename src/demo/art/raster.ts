import sharp from 'sharp'

import { at, emptyPatch, type Box, type Frame, type Patch } from './field'
import type { Mark } from './marks'

/** The mark as coverage 0..1, only over the pixels that it can touch. */
export async function raster(frame: Frame, mark: Mark): Promise<Patch> {
  const box = boxOf(frame, mark)
  const patch = emptyPatch(box)
  if (box.w === 0 || box.h === 0) return patch
  const { scale, left, ground } = frame
  const place = `translate(${left * scale - box.x} ${ground * scale - box.y}) scale(${scale} ${-scale})`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${box.w}" height="${box.h}"><rect width="100%" height="100%" fill="#000"/><g transform="${place}" fill="#fff" stroke-linejoin="round">${mark.svg}</g></svg>`
  const pixels = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer()
  for (let i = 0; i < patch.values.length; i++) patch.values[i] = at(pixels, i) / 255
  return patch
}

function boxOf(frame: Frame, { bounds: [left, bottom, right, top] }: Mark): Box {
  const x0 = Math.max(0, Math.floor((left + frame.left) * frame.scale))
  const x1 = Math.min(frame.width, Math.ceil((right + frame.left) * frame.scale))
  const y0 = Math.max(0, Math.floor((frame.ground - top) * frame.scale))
  const y1 = Math.min(frame.height, Math.ceil((frame.ground - bottom) * frame.scale))
  return { x: x0, y: y0, w: Math.max(0, x1 - x0), h: Math.max(0, y1 - y0) }
}

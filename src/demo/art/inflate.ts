import { blurInPlace } from './blur'
import { at, type Box, type Frame, type Patch, emptyPatch, xOf, yOf } from './field'
import { filled } from './marks'
import type { Point } from './points'
import { raster } from './raster'

/**
 * Solves laplacian(u) = -1 inside the mask, u = 0 outside, by Gauss-Seidel with over-relaxation: the shape a soap film
 * takes under pressure. Returns u scaled to a largest value of 1.
 */
export function poisson(mask: Patch, sweeps = 420): Float32Array {
  const { w, h, values } = mask
  const u = new Float32Array(w * h)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let y = 1; y < h - 1; y++) {
      for (let i = y * w + 1; i < y * w + w - 1; i++) {
        if (at(values, i) < 0.5) continue
        const target = (at(u, i - 1) + at(u, i + 1) + at(u, i - w) + at(u, i + w) + 1) / 4
        u[i] = at(u, i) + 1.92 * (target - at(u, i))
      }
    }
  }
  const largest = u.reduce((a, b) => Math.max(a, b), 1e-6)
  return u.map((v) => v / largest)
}

/** One pixel per millimetre, wide enough for any shoe, a pair, and the imaginary leg above. */
const coarse: Frame = { scale: 1, width: 440, height: 370, left: 110, ground: 220 }
const solved = new Map<string, Promise<Patch>>()

async function solve(outline: readonly Point[]): Promise<Patch> {
  const mask = await raster(coarse, filled(outline))
  const u = poisson(mask)
  return { ...mask, values: u }
}

/** Solved once per outline and process: models of one type share their last. */
function solution(outline: readonly Point[]): Promise<Patch> {
  const key = outline.map((p) => `${p.x},${p.y}`).join(' ')
  const known = solved.get(key) ?? solve(outline)
  solved.set(key, known)
  return known
}

/** Heights in mm over `box` of a body with this outline, `peak` mm at its highest. */
export async function inflated(
  frame: Frame,
  box: Box,
  outline: readonly Point[],
  peak: number,
): Promise<Patch> {
  const film = await solution(outline)
  const heights = emptyPatch(box)
  for (let row = 0; row < box.h; row++) {
    const y = coarse.ground - yOf(frame, box.y + row) - 0.5 - film.y
    for (let column = 0; column < box.w; column++) {
      const x = xOf(frame, box.x + column) + coarse.left - 0.5 - film.x
      heights.values[row * box.w + column] = bilinear(film, x, y)
    }
  }
  blurInPlace(heights.values, box.w, box.h, frame.scale * 1.1)
  for (let i = 0; i < heights.values.length; i++) {
    heights.values[i] = peak * Math.sqrt(Math.max(at(heights.values, i), 1e-5))
  }
  return heights
}

function bilinear({ w, h, values }: Patch, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  if (left < 0 || top < 0 || left >= w - 1 || top >= h - 1) return 0
  const i = top * w + left
  const [u, v] = [x - left, y - top]
  const upper = at(values, i) + (at(values, i + 1) - at(values, i)) * u
  const lower = at(values, i + w) + (at(values, i + w + 1) - at(values, i + w)) * u
  return upper + (lower - upper) * v
}

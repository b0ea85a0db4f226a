import { at, copyInto, type Patch } from './field'

/** Gaussian blur by three box passes; `sigma` in pixels. The patch grows by three sigma so that nothing is cut off. */
export function blurred(patch: Patch, sigma: number): Patch {
  if (sigma < 0.3) return patch
  const pad = Math.ceil(sigma * 3)
  const grown = copyInto(patch, {
    x: patch.x - pad,
    y: patch.y - pad,
    w: patch.w + 2 * pad,
    h: patch.h + 2 * pad,
  })
  blurInPlace(grown.values, grown.w, grown.h, sigma)
  return grown
}

/** The same over a whole field, edges repeated. */
export function blurInPlace(values: Float32Array, width: number, height: number, sigma: number): void {
  const spare = new Float32Array(values.length)
  for (const radius of boxRadii(sigma)) {
    if (radius < 1) continue
    blurRows(values, spare, width, height, radius)
    blurColumns(spare, values, width, height, radius)
  }
}

/** Radii of the three boxes whose combined variance is closest to that of the Gaussian. */
function boxRadii(sigma: number): number[] {
  const ideal = Math.sqrt(4 * sigma * sigma + 1)
  const small = Math.floor(ideal) % 2 === 0 ? Math.floor(ideal) - 1 : Math.floor(ideal)
  const smallPasses = Math.round((12 * sigma * sigma - 3 * small * small - 12 * small - 9) / (-4 * small - 4))
  return [0, 1, 2].map((pass) => ((pass < smallPasses ? small : small + 2) - 1) / 2)
}

function blurRows(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1)
  for (let row = 0; row < height; row++) {
    const start = row * width
    let sum = at(from, start) * radius
    for (let i = 0; i < radius; i++) sum += at(from, start + Math.min(i, width - 1))
    for (let x = 0; x < width; x++) {
      sum += at(from, start + Math.min(width - 1, x + radius))
      to[start + x] = sum * share
      sum -= at(from, start + Math.max(0, x - radius))
    }
  }
}

/** All columns at once, row by row: memory is read in order, which is several times faster than column by column. */
function blurColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1)
  const sums = new Float64Array(width)
  for (let x = 0; x < width; x++) {
    let sum = at(from, x) * radius
    for (let i = 0; i < radius; i++) sum += at(from, x + Math.min(i, height - 1) * width)
    sums[x] = sum
  }
  for (let row = 0; row < height; row++) {
    const entering = Math.min(height - 1, row + radius) * width
    const leaving = Math.max(0, row - radius) * width
    for (let x = 0; x < width; x++) {
      const sum = at(sums, x) + at(from, entering + x)
      to[row * width + x] = sum * share
      sums[x] = sum - at(from, leaving + x)
    }
  }
}

import { at } from './field'

const table = makeTable(12345)

/** A linear congruential sequence: the same numbers on every machine, so pictures never change by themselves. */
function makeTable(seed: number): Float32Array {
  const values = new Float32Array(65536)
  let state = seed
  for (let i = 0; i < values.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    values[i] = state / 4294967296
  }
  return values
}

/** A fixed pseudo-random number in 0..1 for an index. */
export const grain = (index: number): number => at(table, index & 65535)

/** Value noise in -1..1, repeating every 256 units. */
export function noise(x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const u = ease(x - left)
  const v = ease(y - top)
  const rowA = (top & 255) << 8
  const rowB = ((top + 1) & 255) << 8
  const colA = left & 255
  const colB = (left + 1) & 255
  const a = at(table, rowA | colA)
  const b = at(table, rowB | colA)
  const upper = a + (at(table, rowA | colB) - a) * u
  const lower = b + (at(table, rowB | colB) - b) * u
  return (upper + (lower - upper) * v) * 2 - 1
}

/** Three octaves of noise, in about -1..1: clouds. */
export const clouds = (x: number, y: number): number =>
  noise(x, y) * 0.55 + noise(x * 2.1 + 7, y * 2.1 + 3) * 0.3 + noise(x * 4.3 + 1, y * 4.3 + 9) * 0.15

const ease = (t: number): number => t * t * (3 - 2 * t)

/** 0 below `from`, 1 above `to`, eased between (either may be the larger). */
export function smoothstep(from: number, to: number, x: number): number {
  const t = (x - from) / (to - from)
  return ease(t < 0 ? 0 : t > 1 ? 1 : t)
}

export type Rgb = readonly [number, number, number]

/** A CSS hex colour as linear light, 0..1. */
export function linear(hex: string): Rgb {
  const bits = Number.parseInt(hex.slice(1), 16)
  return [toLinear(bits >> 16), toLinear((bits >> 8) & 255), toLinear(bits & 255)]
}

function toLinear(byte: number): number {
  const v = byte / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
}

const steps = 4096
const encoded = Float32Array.from({ length: steps + 1 }, (_, i) => {
  const v = i / steps
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
})

/** Linear light to an sRGB value of 0..255 (not rounded: the caller dithers). */
export function encode(light: number): number {
  const place = (light < 0 ? 0 : light > 1 ? 1 : light) * steps
  const low = Math.floor(place)
  const below = encoded[low] ?? 255
  return below + ((encoded[low + 1] ?? 255) - below) * (place - low)
}

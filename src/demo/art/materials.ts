import { clouds, noise, smoothstep } from './noise'

export type Material =
  | 'calf'
  | 'canvas'
  | 'cork'
  | 'crepe'
  | 'edge'
  | 'elastic'
  | 'foam'
  | 'foil'
  | 'grain'
  | 'knit'
  | 'lace'
  | 'lining'
  | 'mesh'
  | 'metal'
  | 'nubuck'
  | 'patent'
  | 'rubber'
  | 'stack'
  | 'suede'
  | 'thread'
  | 'wood'

/** Where a texture writes its answer: [height in mm, factor on the colour]. One buffer, since it is asked per pixel. */
export type Texel = Float64Array

export interface Surface {
  readonly rough: number
  /** Reflection at right angles. */
  readonly shine: number
  /** Light scattered by a nap at grazing angles. */
  readonly fuzz: number
  /** The texture at a place in millimetres. */
  readonly texture: (x: number, y: number, out: Texel) => void
}

const set = (out: Texel, bump: number, factor: number): void => {
  out[0] = bump
  out[1] = factor
}

/** Slow waves, on a turned lattice: along an axis the lattice itself would show as a line in a highlight. */
const wave = (x: number, y: number): number => noise(x * 0.052 + y * 0.038, y * 0.078 - x * 0.031)

function calf(x: number, y: number, out: Texel): void {
  const bump = 0.016 * clouds(x * 1.9, y * 1.9) + 0.1 * wave(x, y)
  set(out, bump, 1 + 0.05 * clouds(x * 0.07, y * 0.09) + 0.02 * noise(x * 1.3, y * 1.3))
}

/** Pebbles with sharp valleys: the root of the absolute noise. */
function grainLeather(x: number, y: number, out: Texel): void {
  const pebble = Math.abs(noise(x * 0.85, y * 0.85))
  const fine = Math.abs(noise(x * 1.5 + 4, y * 1.5 + 8))
  const bump = 0.085 * Math.sqrt(pebble + 0.02) + 0.05 * Math.sqrt(fine + 0.02)
  set(out, bump, 1 + 0.03 * clouds(x * 0.1, y * 0.1) + 0.05 * (pebble - 0.3))
}

/** Nap in two scales; the wide strokes are what a brush or a thumb leaves, and what still shows in a small picture. */
function suede(x: number, y: number, out: Texel): void {
  const nap = noise(x * 1.7 + y * 0.5, y * 1.1)
  const fine = noise(x * 2.6, y * 2.4 + x * 0.3)
  const drift = noise(x * 0.02 + 11, y * 0.025) * 9
  const stroke = noise((x + y * 0.7 + drift) * 0.045, (y - x * 0.35 + drift) * 0.16)
  const stroked = smoothstep(-0.5, 0.5, stroke) - 0.5
  const factor = 1 + 0.08 * nap + 0.07 * fine + 0.085 * stroked + 0.09 * clouds(x * 0.05, y * 0.06)
  set(out, 0.05 * nap + 0.035 * fine, factor + 0.05 * noise(x * 0.4 + y * 0.1, y * 0.22))
}

function nubuck(x: number, y: number, out: Texel): void {
  const fine = noise(x * 2.4, y * 2.4)
  const stroke = noise((x + y * 0.5) * 0.05, (y - x * 0.3) * 0.12)
  set(out, 0.03 * fine, 1 + 0.04 * fine + 0.06 * clouds(x * 0.05, y * 0.06) + 0.05 * stroke)
}

/** No grain at all: slow waves that bend the reflected light box. */
function patent(x: number, y: number, out: Texel): void {
  set(out, 0.2 * wave(x, y) + 0.05 * noise(x * 0.1 + y * 0.06 + 3, y * 0.13 - x * 0.05), 1)
}

function foil(x: number, y: number, out: Texel): void {
  const crackle = Math.abs(noise(x * 1.1, y * 1.1))
  set(out, 0.05 * Math.sqrt(crackle + 0.02) + 0.06 * wave(x, y), 0.97 + 0.08 * crackle)
}

function canvas(x: number, y: number, out: Texel): void {
  const warp = Math.sin(x * 5.2 + noise(x * 0.1, y * 0.8) * 0.6)
  const weft = Math.sin(y * 5.2 + noise(x * 0.8, y * 0.1) * 0.6)
  const over = Math.sin(x * 2.6) * Math.sin(y * 2.6) > 0 ? warp * warp : weft * weft
  const slub = 0.06 * noise(x * 1.2, y * 0.16) + 0.05 * noise(x * 0.16, y * 1.2)
  set(out, 0.075 * over, 0.9 + 0.13 * over + slub)
}

/** Ribs 2.1 mm wide of V-shaped stitches 1.7 mm high. */
function knit(x: number, y: number, out: Texel): void {
  const rib = x / 2.1 - y * 0.12
  const across = rib - Math.floor(rib)
  const row = y / 1.7 + Math.abs(across - 0.5) * 1.5
  const loop =
    Math.sin(Math.PI * (row - Math.floor(row))) * (0.45 + 0.55 * Math.sin(Math.PI * ((across * 2) % 1)))
  set(out, 0.14 * loop, 0.8 + 0.26 * loop + 0.03 * noise(x * 0.4, y * 0.4))
}

/** Round holes, 2.3 mm apart, rows offset by half. */
function mesh(x: number, y: number, out: Texel): void {
  const rowHeight = 2.3 * 0.62
  const row = Math.floor(y / rowHeight)
  const place = x / 2.3 + (row & 1 ? 0.5 : 0)
  const dx = place - Math.floor(place) - 0.5
  const dy = (y / rowHeight - row - 0.5) * 0.82
  const hole = smoothstep(0.36, 0.2, Math.sqrt(dx * dx + dy * dy))
  set(out, 0.16 * (1 - hole) + 0.02 * noise(x * 2, y * 2), 1 - 0.5 * hole + 0.04 * noise(x * 1.8, y * 1.8))
}

function rubber(x: number, y: number, out: Texel): void {
  set(out, 0.018 * noise(x * 2.3, y * 2.3), 1 + 0.02 * noise(x * 0.2, y * 0.2))
}

function foam(x: number, y: number, out: Texel): void {
  const bump = 0.022 * noise(x * 1.6, y * 1.6) + 0.016 * noise(x * 2.6, y * 2.6)
  set(out, bump, 1 + 0.015 * noise(x * 0.8, y * 0.8))
}

function crepe(x: number, y: number, out: Texel): void {
  const layer = clouds(x * 0.5, y * 1.6)
  set(out, 0.09 * layer, 1 + 0.1 * layer)
}

/** Pressed crumbs, each with its own tone. */
function cork(x: number, y: number, out: Texel): void {
  const crumb = noise(x * 0.9, y * 0.9)
  const speck = smoothstep(0.42, 0.62, noise(x * 1.5 + 20, y * 1.5))
  set(
    out,
    0.03 * noise(x * 1.8, y * 1.8) - 0.06 * speck,
    1 + 0.1 * crumb - 0.3 * speck + 0.06 * noise(x * 2.4, y * 2.4),
  )
}

/** Leather lifts 4.2 mm thick with thin dark joints. */
function stack(x: number, y: number, out: Texel): void {
  const lift = y / 4.2 + 0.06 * noise(x * 0.06, y * 0.2)
  const joint = smoothstep(0.09, 0, Math.abs(lift - Math.round(lift)))
  const fibre = noise(x * 0.15, y * 2.6)
  set(out, 0.01 * noise(x * 0.3, y * 3) - 0.05 * joint, 1 - 0.32 * joint + 0.08 * fibre)
}

/** Planed along the grain: wide rings, and fine pores that are longer than wide. */
function wood(x: number, y: number, out: Texel): void {
  const bend = 2.6 * noise(x * 0.012 + 5, y * 0.03) + 0.5 * noise(x * 0.05, y * 0.1)
  const ringed = (y + bend * 3.2) * 0.21
  const late = smoothstep(0.55, 0.98, ringed - Math.floor(ringed))
  const pore = smoothstep(0.3, 0.7, noise(x * 0.16, y * 3.1))
  const factor = 1.03 - 0.17 * late - 0.12 * pore + 0.05 * noise(x * 0.08, y * 1.4)
  set(out, 0.012 * noise(x * 0.3, y * 2.6) - 0.02 * pore, factor)
}

function edge(x: number, y: number, out: Texel): void {
  set(out, 0.01 * noise(x * 0.5, y * 3), 1 + 0.05 * noise(x * 0.2, y * 2))
}

function lace(x: number, y: number, out: Texel): void {
  const twill = Math.sin((x + y) * 4.2) * Math.sin((x - y) * 4.2)
  set(out, 0.05 * twill, 1 + 0.07 * twill)
}

function elastic(x: number, y: number, out: Texel): void {
  const rib = Math.sin((x - y * 0.06) * 3.6)
  set(out, 0.14 * rib, 0.88 + 0.16 * rib)
}

function lining(x: number, y: number, out: Texel): void {
  set(out, 0.02 * noise(x * 1.5, y * 1.5), 1 + 0.06 * clouds(x * 0.12, y * 0.12))
}

const smooth = (_x: number, _y: number, out: Texel): void => set(out, 0, 1)

/** Every material the shoes are made of. */
export const surfaces: Readonly<Record<Material, Surface>> = {
  calf: { rough: 0.27, shine: 0.055, fuzz: 0, texture: calf },
  canvas: { rough: 0.95, shine: 0.02, fuzz: 0.08, texture: canvas },
  cork: { rough: 0.85, shine: 0.025, fuzz: 0.04, texture: cork },
  crepe: { rough: 0.8, shine: 0.03, fuzz: 0.05, texture: crepe },
  edge: { rough: 0.36, shine: 0.045, fuzz: 0, texture: edge },
  elastic: { rough: 0.9, shine: 0.02, fuzz: 0.05, texture: elastic },
  foam: { rough: 0.72, shine: 0.03, fuzz: 0.03, texture: foam },
  foil: { rough: 0.34, shine: 0.42, fuzz: 0, texture: foil },
  grain: { rough: 0.46, shine: 0.045, fuzz: 0, texture: grainLeather },
  knit: { rough: 0.9, shine: 0.02, fuzz: 0.12, texture: knit },
  lace: { rough: 0.9, shine: 0.02, fuzz: 0.1, texture: lace },
  lining: { rough: 0.7, shine: 0.03, fuzz: 0.05, texture: lining },
  mesh: { rough: 0.8, shine: 0.03, fuzz: 0.06, texture: mesh },
  metal: { rough: 0.22, shine: 0.5, fuzz: 0, texture: smooth },
  nubuck: { rough: 0.85, shine: 0.025, fuzz: 0.2, texture: nubuck },
  patent: { rough: 0.06, shine: 0.06, fuzz: 0, texture: patent },
  rubber: { rough: 0.55, shine: 0.035, fuzz: 0, texture: rubber },
  stack: { rough: 0.4, shine: 0.04, fuzz: 0, texture: stack },
  suede: { rough: 0.95, shine: 0.02, fuzz: 0.32, texture: suede },
  wood: { rough: 0.5, shine: 0.04, fuzz: 0, texture: wood },
  thread: { rough: 0.8, shine: 0.03, fuzz: 0.05, texture: smooth },
}

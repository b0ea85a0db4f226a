import type { Frame } from './field'
import type { View } from './pictures'

/** Pixels per millimetre of a 1600 px master; one for all side views, so that every shoe keeps its true size. */
const masterScale = 4.5
const size = 1600

const frames: Readonly<Record<View, Frame>> = {
  side: { scale: masterScale, width: size, height: size, left: 28, ground: 241 },
  heel: { scale: 6, width: size, height: size, left: 133, ground: 208 },
  top: { scale: masterScale, width: size, height: size, left: 28, ground: 178 },
  sole: { scale: masterScale, width: size, height: size, left: 28, ground: 178 },
}

/** The frame of a view at a share of the master's size. */
export function frameOf(view: View, share = 1): Frame {
  const frame = frames[view]
  return {
    ...frame,
    scale: frame.scale * share,
    width: Math.round(size * share),
    height: Math.round(size * share),
  }
}

/** Top and sole views show a shoe lying; the others stand. */
export const lies = (view: View): boolean => view === 'top' || view === 'sole'

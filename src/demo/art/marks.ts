import { type Point } from './points'
import { cubics, pathData } from './spline'

/** A piece of SVG in millimetres (y up) and the rectangle it may touch. */
export interface Mark {
  readonly svg: string
  readonly bounds: readonly [left: number, bottom: number, right: number, top: number]
}

function boundsOf(line: readonly Point[], pad: number): Mark['bounds'] {
  const xs = line.map((p) => p.x)
  const ys = line.map((p) => p.y)
  return [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad]
}

/** The closed smooth outline through `outline`, filled. */
export function filled(outline: readonly Point[]): Mark {
  return {
    svg: `<path d="${pathData(outline, true)}"/>`,
    bounds: boundsOf(cubics(outline, true).flat(), 0.5),
  }
}

export interface Stroke {
  /** SVG dash lengths in mm. */
  readonly dash?: string
  readonly round?: boolean
  readonly closed?: boolean
}

/** A smooth line of `width` mm. */
export function stroked(
  line: readonly Point[],
  width: number,
  { dash, round, closed = false }: Stroke = {},
): Mark {
  const cap = round ? 'round' : 'butt'
  const dashes = dash ? ` stroke-dasharray="${dash}"` : ''
  const paint = `fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="${cap}"${dashes}`
  const bounds = boundsOf(cubics(line, closed).flat(), width)
  return { svg: `<path d="${pathData(line, closed)}" ${paint}/>`, bounds }
}

/** Straight polygons, each a list of corners. */
export function polygons(list: readonly (readonly Point[])[]): Mark {
  const data = list
    .map((shape) => `M${shape.map((p) => `${p.x.toFixed(2)} ${p.y.toFixed(2)}`).join('L')}Z`)
    .join('')
  return { svg: `<path d="${data}"/>`, bounds: boundsOf(list.flat(), 0.5) }
}

/** Discs of `radius` mm. */
export function discs(centres: readonly { x: number; y: number }[], radius: number): Mark {
  const svg = centres
    .map((c) => `<circle cx="${c.x.toFixed(2)}" cy="${c.y.toFixed(2)}" r="${radius}"/>`)
    .join('')
  return {
    svg,
    bounds: boundsOf(
      centres.map((c) => ({ ...c, corner: false })),
      radius + 0.5,
    ),
  }
}

/** Several marks as one. */
export function joined(marks: readonly Mark[]): Mark {
  const all = marks.map((m) => m.bounds)
  return {
    svg: marks.map((m) => m.svg).join(''),
    bounds: [
      Math.min(...all.map((b) => b[0])),
      Math.min(...all.map((b) => b[1])),
      Math.max(...all.map((b) => b[2])),
      Math.max(...all.map((b) => b[3])),
    ],
  }
}

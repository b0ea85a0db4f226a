import { create, type Face } from 'fontkit'
import { displayFace, textFace } from '#mail/papers/face-bytes'

export type Family = 'display' | 'text'

const opened = new Map<Family, Face[]>()

/** The faces of a family, the plain Latin one first; opened once. */
function facesOf(family: Family): Face[] {
  const known = opened.get(family)
  if (known) return known
  const faces = (family === 'display' ? displayFace : textFace).map((bytes) => create(bytes()))
  opened.set(family, faces)
  return faces
}

interface Piece {
  face: Face
  text: string
}

/** Splits a text where its signs need another face; a sign that none has is left out. */
function piecesOf(text: string, family: Family): Piece[] {
  const faces = facesOf(family)
  const pieces: Piece[] = []
  for (const sign of text.normalize('NFC')) {
    const face = faces.find((one) => one.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))
    const last = pieces.at(-1)
    if (!face) continue
    if (last?.face === face) last.text += sign
    else pieces.push({ face, text: sign })
  }
  return pieces
}

export interface Style {
  family: Family
  /** Pixels. */
  size: number
}

export const widthOf = (text: string, { family, size }: Style): number =>
  piecesOf(text, family).reduce(
    (sum, { face, text: part }) => sum + (face.layout(part).advanceWidth * size) / face.unitsPerEm,
    0,
  )

/** A line of text as SVG outlines, its baseline at `y`: no font of the machine is needed, and no markup can get in. */
export function outline(
  text: string,
  { family, size }: Style,
  at: { x: number; y: number; fill: string },
): string {
  let { x } = at
  return piecesOf(text, family)
    .map(({ face, text: part }) => {
      const scale = size / face.unitsPerEm
      const run = face.layout(part)
      const shapes = run.glyphs.map(({ path }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {}
        const place = `translate(${(x + xOffset * scale).toFixed(2)} ${(at.y - yOffset * scale).toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})`
        x += xAdvance * scale
        return `<path transform="${place}" d="${path.toSVG()}"/>`
      })
      return `<g fill="${at.fill}">${shapes.join('')}</g>`
    })
    .join('')
}

/** Breaks a text between words into lines of at most `width` pixels; what does not fit on the last one ends in dots. */
export function linesOf(
  text: string,
  style: Style,
  { width, most }: { width: number; most: number },
): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer, style) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const fits = (line: string): string => {
    let cut = line
    while (cut.length > 1 && widthOf(cut, style) > width) cut = `${cut.replace(/…$/, '').slice(0, -1)}…`
    return cut
  }
  const kept = lines.slice(0, most).map(fits)
  if (lines.length > most) kept[most - 1] = fits(`${kept[most - 1]}…`)
  return kept
}

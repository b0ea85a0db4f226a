/** What we use of it; the package brings no types. */
declare module 'fontkit' {
  interface Glyph {
    path: { toSVG: () => string }
  }
  interface Run {
    glyphs: Glyph[]
    positions: { xAdvance: number; xOffset: number; yOffset: number }[]
    advanceWidth: number
  }
  export interface Face {
    unitsPerEm: number
    hasGlyphForCodePoint: (code: number) => boolean
    layout: (text: string) => Run
  }
  export function create(bytes: Buffer): Face
}

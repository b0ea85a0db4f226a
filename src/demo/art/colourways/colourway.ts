import type { Material } from '../materials'

export type ArtType = 'ballerina' | 'chelsea' | 'derby' | 'hiker' | 'loafer' | 'runner' | 'sandal' | 'sneaker'

export type ColourGroup =
  | 'black'
  | 'brown'
  | 'tan'
  | 'white'
  | 'grey'
  | 'blue'
  | 'green'
  | 'red'
  | 'pink'
  | 'beige'
  | 'yellow'
  | 'metallic'

export type Hex = `#${string}`

/** What a part is covered with: a material and its albedo (the studio light lifts it by about 12 %). */
export type Coat = `${Material} ${Hex}`

export type Part =
  | 'band'
  | 'bed'
  | 'bind'
  | 'bow'
  | 'cap'
  | 'clip'
  | 'cloth'
  | 'collar'
  | 'elastic'
  | 'eyelet'
  | 'eyestay'
  | 'heel'
  | 'lace'
  | 'lining'
  | 'metal'
  | 'mid'
  | 'outsole'
  | 'overlay'
  | 'pull'
  | 'quarter'
  | 'rand'
  | 'slot'
  | 'sock'
  | 'sole'
  | 'soleThread'
  | 'strap'
  | 'stripe'
  | 'tab'
  | 'thread'
  | 'tongue'
  | 'toplift'
  | 'upper'
  | 'welt'

export type Parts = { readonly upper: Coat } & Partial<Readonly<Record<Part, Coat>>>

export interface Colourway {
  /** The drawing within the type: other toe, sole, straps. */
  readonly model: string
  readonly group: ColourGroup
  /** The colour of the swatch button. */
  readonly swatch: Hex
  readonly looks: string
  readonly parts: Parts
  /** How much darker toe and heel are polished, 0 to 0.4. */
  readonly burnish: number
}

/** One entry of a type's table; `burnish` is for smooth leathers. */
export function way(
  model: string,
  shown: readonly [ColourGroup, Hex, string],
  parts: Parts,
  burnish = 0,
): Colourway {
  const [group, swatch, looks] = shown
  return { model, group, swatch, looks, parts, burnish }
}

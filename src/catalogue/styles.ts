/** Which style each product is a colour of, by its place. */
export interface Styles {
  styles: (string | undefined)[]
  /** A number for each style, so that what is known of styles lies in arrays. */
  styleNumbers: Uint32Array
  styleCount: number
  /** Numbers of styles that have no colour any more. */
  freeNumbers: number[]
  /** The colours of each style. */
  colours: Map<string, number[]>
  /** 1 for the colour that stands for its style. */
  leads: Uint8Array
}

export const noStyles = (): Styles => ({
  styles: [],
  styleNumbers: new Uint32Array(0),
  styleCount: 0,
  freeNumbers: [],
  colours: new Map(),
  leads: new Uint8Array(0),
})

export function joinStyle(columns: Styles, at: number, style: string): void {
  const { styles, styleNumbers, colours } = columns
  if (styles[at] === style) return
  leaveStyle(columns, at)
  const others = colours.get(style) ?? []
  const [sibling] = others
  // The same text once in memory.
  styles[at] = sibling === undefined ? style : styles[sibling]
  styleNumbers[at] =
    sibling === undefined ? (columns.freeNumbers.pop() ?? columns.styleCount++) : (styleNumbers[sibling] ?? 0)
  colours.set(style, [...others, at])
}

export function leaveStyle({ styles, styleNumbers, colours, freeNumbers }: Styles, at: number): void {
  const style = styles[at]
  if (style === undefined) return
  const left = (colours.get(style) ?? []).filter((one) => one !== at)
  if (left.length > 0) colours.set(style, left)
  else {
    colours.delete(style)
    freeNumbers.push(styleNumbers[at] ?? 0)
  }
  styles[at] = undefined
}

/** The colour that the shop shows of the style of `at`, where it fits; else `at`. */
export const leadOr = (
  { styles, colours, leads }: Styles,
  at: number,
  fits: (one: number) => boolean,
): number => colours.get(styles[at] ?? '')?.find((one) => leads[one] && fits(one)) ?? at

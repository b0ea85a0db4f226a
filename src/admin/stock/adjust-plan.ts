export type AdjustWay = 'set' | 'change'

export interface Adjustment {
  way: AdjustWay
  text: string
}

export interface Counts {
  onHand: number
  reserved: number
  /** Those of the reserved pairs that are held for people who wait: a count may end these. */
  held?: number
}

export interface AdjustTarget extends Counts {
  variantId: string
  /** The location, when the level of one is changed; otherwise the default one. */
  location?: string
  /** How staff know the size: `Ponte Chestnut, 42`. */
  name: string
}

/** The whole number that was typed, with a sign of its own kind allowed; undefined when it is none. */
export function wholeFrom(text: string): number | undefined {
  const match = /^\s*([+\u2212-]?)\s*(\d{1,6})\s*$/.exec(text)
  if (!match?.[2]) return undefined
  return (match[1] === '-' || match[1] === '\u2212' ? -1 : 1) * Number(match[2])
}

/** What would be on hand afterwards, or a sentence that says why it cannot be. */
export function afterAdjusting(
  { way, text }: Adjustment,
  { onHand, reserved, held = 0 }: Counts,
): { onHand: number } | string {
  const number = wholeFrom(text)
  if (number === undefined) return 'Write a whole number of pairs.'
  const after = way === 'set' ? number : onHand + number
  if (after < 0) return 'There cannot be fewer than no pairs.'
  const ordered = reserved - held
  if (after < ordered)
    return `${ordered} ${ordered === 1 ? 'pair is' : 'pairs are'} held for orders and must stay on hand.`
  if (after === onHand) return 'That is what is on hand already.'
  return { onHand: after }
}

/** The body of the call. */
export function adjustBody({ way, text }: Adjustment): { setTo: number } | { delta: number } {
  const number = wholeFrom(text) ?? 0
  return way === 'set' ? { setTo: number } : { delta: number }
}

import type { DeskLine } from '#queries/admin-order'

export type ShipChoice = Readonly<Record<string, number>>

/** Everything that has not left, chosen in full. */
export const allOpen = (lines: readonly DeskLine[]): ShipChoice =>
  Object.fromEntries(openLines(lines).map((line) => [line.id, line.quantity - line.shipped]))

export const openLines = (lines: readonly DeskLine[]): DeskLine[] =>
  lines.filter((line) => line.quantity > line.shipped)

/** How many pairs of a line go into the parcel, kept between none and what has not left. */
export const within = (line: DeskLine, count: number): number =>
  Math.min(Math.max(0, Math.trunc(count) || 0), line.quantity - line.shipped)

export const chosenPairs = (choice: ShipChoice): number =>
  Object.values(choice).reduce((sum, count) => sum + count, 0)

/** The lines of the call: only those with pairs in the parcel. */
export const chosenLines = (choice: ShipChoice): { lineId: string; quantity: number }[] =>
  Object.entries(choice)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineId, quantity]) => ({ lineId, quantity }))

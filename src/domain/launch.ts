import { DomainError } from './errors'

/** Pairs of a product that one person may still buy, over all its sizes. */
export const allowedPairs = (perPerson: number, bought: number): number => Math.max(0, perPerson - bought)

interface Waiting {
  variantId: string
  startsAt: string | Date
}

/** The refusal of sizes whose launch is still to come. */
export const notYet = (lines: readonly Waiting[]): DomainError =>
  new DomainError('launch.not-yet', {
    lines: lines.map(({ variantId, startsAt }) => ({
      variantId,
      startsAt: new Date(startsAt).toISOString(),
    })),
  })

interface LimitedLine {
  productId: string
  perPerson: number | null
  quantity: number
}

/** The pairs that are wanted of each product with a limit. */
export function limitedWishes(
  lines: readonly LimitedLine[],
): { productId: string; perPerson: number; wanted: number }[] {
  const wishes = new Map<string, { productId: string; perPerson: number; wanted: number }>()
  for (const { productId, perPerson, quantity } of lines) {
    if (perPerson === null || quantity === 0) continue
    const before = wishes.get(productId)?.wanted ?? 0
    wishes.set(productId, { productId, perPerson, wanted: before + quantity })
  }
  return [...wishes.values()]
}

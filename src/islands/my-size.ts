import { storageKeys } from '#domain/kept-keys'
import { memorize, recall } from './browser-memory'
import { askMe, type Me, type OwnFoot } from './me'

/** The size somebody last put into the bag, in this browser alone. */
export function rememberSize(size: string | undefined): void {
  if (size) memorize(storageKeys.size, size)
}

/**
 * What the customer wears of this segment; shoes for both count for whichever foot is kept, and for neither when two that
 * differ are.
 */
function ownFoot(sizes: Me['sizes'], segment: string): OwnFoot | undefined {
  if (segment !== 'unisex') return sizes?.[segment]
  const { women, men } = sizes ?? {}
  return women && men && women.footMm !== men.footMm ? undefined : (women ?? men)
}

export interface MySize {
  foot?: OwnFoot
  /** The customer's one size of old, else the one remembered here: a label. */
  label?: string
}

/** What is chosen beforehand on a shoe of this segment: the size kept for it, else the one size that is known. */
export async function mySize(segment: string): Promise<MySize> {
  const kept = recall(storageKeys.size)
  const me = await askMe()
  const foot = ownFoot(me?.sizes, segment)
  return foot ? { foot } : { label: me?.mySize ?? kept }
}

/** Of these sizes the one for a foot; nothing where none is near it. */
export function fitting(
  sizes: readonly HTMLInputElement[],
  { footMm, leastMm }: OwnFoot,
): HTMLInputElement | undefined {
  const off = (input: HTMLInputElement): number => Number(input.dataset.foot) - (footMm ?? leastMm ?? 0)
  const [first] = sizes
    .filter((input) => input.dataset.foot && (footMm !== undefined || off(input) >= 0))
    .sort((one, other) => Math.abs(off(one)) - Math.abs(off(other)) || off(other) - off(one))
  return first && Math.abs(off(first)) <= 7 ? first : undefined
}

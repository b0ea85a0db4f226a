/** Department, kind, sort: deeper than that no shopper goes, and the menu has no place for more. */
export const mostLevels = 3

export interface Placement {
  /** The levels above: 0 for a root. */
  above: number
  /** The levels of the category and of what is below it: 1 for one without children. */
  height: number
  /** The parent is the category itself or lies below it. */
  isBelowItself: boolean
  isParentInBin: boolean
}

/** Why a category may not stand there, in words for the person who moves it; undefined when it may. */
export function placementRefusal({
  above,
  height,
  isBelowItself,
  isParentInBin,
}: Placement): string | undefined {
  if (isBelowItself) return 'A category cannot lie below itself. Choose a parent outside of it.'
  if (isParentInBin) return 'This parent lies in the trash. Restore it first, or choose another.'
  if (above + height <= mostLevels) return undefined
  return height === 1
    ? `Categories go ${mostLevels} levels deep, and this parent is on the last one.`
    : `Categories go ${mostLevels} levels deep. With what lies below it, this one would need ${above + height}.`
}

/** What has to leave a category before it may go to the trash; undefined when nothing is in it. */
export function trashRefusal(children: number, styles: number): string | undefined {
  const inIt = [
    children && (children === 1 ? 'one category lies below it' : `${children} categories lie below it`),
    styles && (styles === 1 ? 'one style is in it' : `${styles} styles are in it`),
  ].filter(Boolean)
  return inIt.length > 0 ? `Not yet: ${inIt.join(' and ')}. Move them elsewhere first.` : undefined
}

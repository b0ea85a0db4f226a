interface Line {
  slug: string
  size: string
  title: string
  /** Of the same size another width is another fit. */
  width?: string
}

/** Titles of shoes that a bag holds in more than one size or width, as people do who will send one back. Source: FEATURES F23. */
export function inTwoSizes(lines: readonly Line[]): string[] {
  const seen = new Map<string, { title: string; fits: Set<string> }>()
  for (const { slug, size, width = '', title } of lines) {
    const shoe = seen.get(slug) ?? { title, fits: new Set<string>() }
    shoe.fits.add(`${size} ${width}`)
    seen.set(slug, shoe)
  }
  return [...seen.values()].filter(({ fits }) => fits.size > 1).map(({ title }) => title)
}

/** How far goods have come towards free delivery: what is missing in minor units, and the part that is there, 0 to 100. */
export const towardsFree = (goods: number, freeFrom: number): { missing: number; part: number } => ({
  missing: Math.max(0, freeFrom - goods),
  part: freeFrom <= 0 ? 100 : Math.min(100, Math.floor((Math.max(0, goods) * 100) / freeFrom)),
})

/** What a style is. All but a shoe comes in one size and is worn by nobody. */
export const styleKinds = ['shoe', 'care'] as const
export type StyleKind = (typeof styleKinds)[number]

/** The one value of the scale of things that are no shoe: never shown as a size, and no facet. */
export const oneSize = 'one-size'

/** What an upper is to the hand, which says how it is cared for; the codes of Directive 94/11/EC are too coarse for that. */
export const surfaces = ['smooth', 'grain', 'suede', 'nubuck', 'patent', 'canvas', 'mesh'] as const
export type Surface = (typeof surfaces)[number]

/** What a plan is for; both lists may be empty. */
export interface CareRule {
  surfaces: readonly string[]
  /** Codes of Directive 94/11/EC. */
  materials: readonly string[]
}

/**
 * The plan for a shoe, of those in the order of the shop: the first for its surface; where nobody has said it, or no
 * plan is for it, the first for a material of its upper, the main one before the others. Nothing where none is for it.
 */
export function carePlanFor<Plan extends CareRule>(
  plans: readonly Plan[],
  { surface, upper }: { surface?: string; upper: readonly string[] },
): Plan | undefined {
  const bySurface = surface === undefined ? undefined : plans.find((plan) => plan.surfaces.includes(surface))
  if (bySurface) return bySurface
  for (const material of upper) {
    const plan = plans.find(({ materials }) => materials.includes(material))
    if (plan) return plan
  }
  return undefined
}

/** Of the colours of a care product that can be bought, the most popular first, that of the shoe; else the first. */
export const careColour = <Colour extends { group: string | null }>(
  colours: readonly Colour[],
  shoe: string | undefined,
): Colour | undefined => colours.find(({ group }) => group !== null && group === shoe) ?? colours[0]

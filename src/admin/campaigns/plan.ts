/** The values of the form by path, as Payload's form keeps them. */
export type FormValues = Readonly<Record<string, unknown>>

export const planPaths = [
  'startsAt',
  'endsAt',
  'kind',
  'percent',
  'amounts.eur',
  'amounts.gbp',
  'amounts.usd',
  'priority',
  'brands',
  'categories',
  'segments',
  'products',
  'leftOut',
  'customerGroups',
] as const

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).map((one) =>
    typeof one === 'object' && one !== null ? String((one as { id?: unknown }).id) : String(one),
  )
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) ? value : null
const timeOf = (value: unknown): string | undefined => {
  const time = new Date(value as string)
  return value && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined
}

/** The body of the preview, or why there is none yet. */
export function planFrom(
  values: FormValues,
  { id, currency }: { id?: string; currency: string },
): { body: Record<string, unknown> } | { missing: string } {
  const startsAt = timeOf(values.startsAt)
  const kind = values.kind === 'amount' || values.kind === 'fixed' ? values.kind : 'percent'
  const amounts = {
    eur: numberOf(values['amounts.eur']),
    gbp: numberOf(values['amounts.gbp']),
    usd: numberOf(values['amounts.usd']),
  }
  const targets = {
    brands: idsOf(values.brands),
    categories: idsOf(values.categories),
    segments: idsOf(values.segments),
    products: idsOf(values.products),
    leftOut: idsOf(values.leftOut),
  }
  const percent = numberOf(values.percent)
  if (!startsAt) return { missing: 'Say when it starts.' }
  if (kind === 'percent' && (percent === null || percent < 1 || percent > 99))
    return { missing: 'Say how many percent, from 1 to 99.' }
  if (kind !== 'percent' && Object.values(amounts).every((one) => one === null))
    return { missing: 'Say how much, in at least one currency.' }
  const named =
    targets.brands.length + targets.categories.length + targets.segments.length + targets.products.length
  if (named === 0) return { missing: 'Say what it covers: nothing is named yet, so no price would change.' }
  return {
    body: {
      ...(id && { id }),
      startsAt,
      endsAt: timeOf(values.endsAt) ?? null,
      kind,
      percent: kind === 'percent' ? percent : null,
      amounts,
      priority: numberOf(values.priority),
      ...targets,
      isPrivate: idsOf(values.customerGroups).length > 0,
      currency,
    },
  }
}

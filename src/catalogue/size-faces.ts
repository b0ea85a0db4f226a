import type { SizeLabels } from '#domain/views'
import type { Columns } from './columns'
import type { Ground, OptionRow } from './rows'

/** A size as a brand writes it on its cards. */
export interface SizeFace {
  /** Of its value, among the bits of the sizes. */
  place: number
  value: string
  label: string
  labels: SizeLabels
  rank: number
}

/** Options by scale and value: `scale value`. */
export function optionsByValue(columns: Columns): Map<string, OptionRow[]> {
  const by = new Map<string, OptionRow[]>()
  for (const option of columns.options.values()) {
    const key = `${option.type} ${option.value}`
    by.set(key, [...(by.get(key) ?? []), option])
  }
  return by
}

type MaybeLabels = { [System in keyof Required<SizeLabels>]: SizeLabels[System] | null }

/** Systems without a label are left out. */
export const sizeLabels = ({ eu, uk, usM, usW, cm, footMm }: MaybeLabels & { eu: string }): SizeLabels => ({
  eu,
  ...(uk !== null && { uk }),
  ...(usM !== null && { usM }),
  ...(usW !== null && { usW }),
  ...(cm !== null && { cm }),
  ...(footMm !== null && { footMm }),
})

/** What a brand says of a size wins over its scale. */
function labelsOf(option: OptionRow, own: Ground['overrides'][number] | undefined): SizeLabels {
  return sizeLabels({
    eu: own?.eu ?? option.label,
    uk: own?.uk ?? option.uk,
    usM: own?.usM ?? option.usM,
    usW: own?.usW ?? option.usW,
    cm: own?.cm ?? option.cm,
    footMm: option.footMm,
  })
}

/** Every size of these scales as the brand labels it, from the smallest. */
export function sizeFaces(columns: Columns, ground: Ground, brand: string, scales: string): SizeFace[] {
  const own = new Map(ground.overrides.filter((one) => one.brand === brand).map((one) => [one.size, one]))
  const wanted = new Set(scales.split(','))
  const faces = new Map<number, SizeFace>()
  for (const option of columns.options.values()) {
    const place = columns.sizes.places.get(option.value)
    if (place === undefined || !wanted.has(option.type)) continue
    const labels = labelsOf(option, own.get(option.id))
    const face = { place, value: option.value, label: labels.eu, labels, rank: option.rank }
    const known = faces.get(place)
    if (!known || face.rank < known.rank) faces.set(place, face)
  }
  return [...faces.values()].sort((a, b) => a.rank - b.rank || (a.value < b.value ? -1 : 1))
}

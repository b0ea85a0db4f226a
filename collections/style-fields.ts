import type { Condition, Field, Option } from 'payload'
import type { Surface } from '#domain/care'

/** Directive 94/11/EC: the four codes of the footwear label. */
export const materialCodes = ['leather', 'coated-leather', 'textile', 'other']

const surfaceWords: Readonly<Record<Surface, string>> = {
  smooth: 'Smooth leather',
  grain: 'Grained leather',
  suede: 'Suede',
  nubuck: 'Nubuck',
  patent: 'Patent',
  canvas: 'Canvas',
  mesh: 'Mesh or knit',
}
export const surfaceOptions: Option[] = Object.entries(surfaceWords).map(([value, label]) => ({
  value,
  label,
}))

/** The rest of the form is of shoes: what is none has neither feet nor a run of sizes. */
export const isShoe: Condition = (data) => data.kind !== 'care'

export const surfaceField = (description: string, condition?: Condition): Field => ({
  name: 'surface',
  type: 'select',
  label: 'Surface of the upper',
  options: surfaceOptions,
  admin: { description, ...(condition && { condition }) },
})

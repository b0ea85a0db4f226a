/** Sizes one call may add: the longest run there is, in every width. */
export const mostSizes = 120

/** Source: DESIGN 3. The same shape as the field of a single variant asks for. */
export const skuShape = /^[A-Z0-9][A-Z0-9._-]{1,63}$/

export interface RunOption {
  id: string
  /** As in addresses: `42`, `42.5`, `42-2-3`. */
  value: string
  label: string
}

export interface PlannedSize {
  size: RunOption
  width?: RunOption
  sku: string
}

/** Letters and digits of a label as they may stand in a SKU: `42 2/3` is `42-2-3`. */
const inSku = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')

/**
 * The SKU of one size by a pattern such as `BRERA-COGNAC-{size}` or `BRERA-COGNAC-{size}-{width}`. Without a place for
 * the width it stands at the end.
 */
export function skuOf(pattern: string, size: RunOption, width?: RunOption): string {
  const whole = width && !pattern.includes('{width}') ? `${pattern}-{width}` : pattern
  return whole
    .replaceAll('{size}', inSku(size.value))
    .replaceAll('{width}', width ? inSku(width.value) : '')
    .replace(/-$/, '')
}

/** What is wrong with a SKU pattern, in words; undefined when it serves. */
export function skuPatternRefusal(pattern: string): string | undefined {
  if (!pattern.includes('{size}')) return 'Write {size} where the size belongs, such as BRERA-COGNAC-{size}.'
  return skuShape.test(pattern.replaceAll('{size}', '42').replaceAll('{width}', 'F'))
    ? undefined
    : 'Capital letters, digits, dots and hyphens, and {size} where the size belongs.'
}

/** Every size in every width; without widths every size once. */
export const planRun = (
  pattern: string,
  sizes: readonly RunOption[],
  widths: readonly RunOption[],
): PlannedSize[] =>
  widths.length === 0
    ? sizes.map((size) => ({ size, sku: skuOf(pattern, size) }))
    : widths.flatMap((width) => sizes.map((size) => ({ size, width, sku: skuOf(pattern, size, width) })))

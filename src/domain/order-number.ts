/** Order numbers are `M-100001` upward: from a sequence, with gaps, never used twice. Source: DESIGN 3. */
export const orderNumberPrefix = 'M-'

export const orderNumber = (sequence: number | bigint): string => `${orderNumberPrefix}${sequence}`

/** What a person typed, as a number would be: capitals, no spaces. Undefined when it cannot be one. */
export function readOrderNumber(typed: string): string | undefined {
  const digits = /^(?:M-?)?(\d{6,15})$/.exec(typed.replace(/\s/g, '').toUpperCase())?.[1]
  return digits === undefined ? undefined : `${orderNumberPrefix}${digits}`
}

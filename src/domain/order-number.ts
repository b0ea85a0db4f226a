/** What a person typed, as an order's number is: `M-100001`. Undefined when it cannot be one. Source: DESIGN 3. */
export function readOrderNumber(typed: string): string | undefined {
  const digits = /^(?:M-?)?(\d{6,15})$/.exec(typed.replace(/\s/g, '').toUpperCase())?.[1]
  return digits === undefined ? undefined : `M-${digits}`
}

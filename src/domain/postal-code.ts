/** The shape of a postcode by country, where it is simple enough to check. Source: the carriers' address guides. */
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /^\d{4}$/,
  BE: /^\d{4}$/,
  DE: /^\d{5}$/,
  ES: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  IT: /^\d{5}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  US: /^\d{5}(-\d{4})?$/,
}

/** Whether a postcode can be one of its country; countries we know nothing of accept anything. */
export const isPostalCode = (country: string, postalCode: string): boolean =>
  shapes[country]?.test(postalCode.trim()) ?? true

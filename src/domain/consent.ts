/** What a browser remembers of a visitor's choice about being counted. Nothing is stored before there is one. */
export interface RememberedConsent {
  choice: 'given' | 'refused'
  /** Of the words it was made about. */
  edition: number
  /** Number of the receipt, which the shop keeps without saying whose it is. */
  receipt: string
}

export const consentCookie = 'molini-consent'
/** Seconds after which a visitor is asked again. Source: guidance of the data protection offices, about half a year. */
export const consentAge = 180 * 86_400

export const writeConsent = ({ choice, edition, receipt }: RememberedConsent): string =>
  `${choice}.${edition}.${receipt}`

/** What a cookie says, or undefined when it says nothing that we wrote. */
export function readConsent(value: string | undefined): RememberedConsent | undefined {
  const [, choice, edition, receipt] = /^(given|refused)\.(\d{1,4})\.([0-9a-f-]{36})$/.exec(value ?? '') ?? []
  if (!choice || !edition || !receipt) return undefined
  return { choice: choice as RememberedConsent['choice'], edition: Number(edition), receipt }
}

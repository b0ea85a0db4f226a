import { isEuCountry } from './markets'

const restOfEea: readonly string[] = ['IS', 'LI', 'NO']

/** Whether a country (ISO 3166-1 alpha-2) is in the European Union or the rest of the European Economic Area. */
export const isInEea = (country: string): boolean => isEuCountry(country) || restOfEea.includes(country)

/** What a safety contact needs to be one: a name, a postal and an electronic address. */
export const contactParts = ['name', 'email', 'street', 'postalCode', 'city', 'country'] as const
export type ContactPart = (typeof contactParts)[number]
type Contact = Partial<Readonly<Record<ContactPart, unknown>>>

export interface SafetyParts {
  manufacturer?: Contact | null
  responsible?: Contact | null
}

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/**
 * What is wrong with a part of the responsible person, in words for staff; undefined where nothing is. A maker outside the
 * Union and the EEA needs one inside; whoever is named is named in whole.
 * Source: Regulation (EU) 2023/988, Articles 16 and 19.
 */
export function responsibleFault(
  part: ContactPart,
  { manufacturer, responsible }: SafetyParts,
): string | undefined {
  const value = responsible?.[part]
  const maker = manufacturer?.country
  if (!isSaid(value)) {
    if (typeof maker === 'string' && /^[A-Z]{2}$/.test(maker) && !isInEea(maker))
      return 'The maker is outside the EU and the EEA: name who is responsible for its products there.'
    if (contactParts.some((other) => isSaid(responsible?.[other])))
      return 'A responsible person needs a name, a postal address and an e-mail address.'
    return undefined
  }
  if (part === 'country' && !isInEea(String(value)))
    return 'The responsible person has to be in the EU or the EEA.'
  return undefined
}

import type { CheckoutDraft } from '#domain/checkout'
import type { CountryName } from './address-fields'
import type { StreetHelp } from './street-field.client'
import type { Shop } from './shop'

/** What every step of the checkout is drawn from. */
export interface StepProps {
  shop: Shop
  draft: CheckoutDraft
  countries: readonly CountryName[]
  help: StreetHelp
  errors: Readonly<Record<string, string>>
  onBlur: (event: React.FocusEvent<HTMLInputElement>) => void
}

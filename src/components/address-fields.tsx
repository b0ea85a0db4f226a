import { addressLengths, isAddressFieldRequired } from '#domain/address'
import type { AddressView } from '#domain/views'
import { Field, fieldId } from './field'
import type { Words } from './shop'
import { StreetField, type StreetHelp } from './street-field.client'
import type { Filled } from './address-fill'

export interface CountryName {
  code: string
  name: string
}

interface AddressFieldsProps {
  t: Words
  /** `shippingAddress`: the fields are `shippingAddress.city` and so on; empty for plain names. */
  prefix: string
  address: Partial<AddressView>
  countries: readonly CountryName[]
  errors?: Readonly<Record<string, string>>
  /** The name of the field that the page opens at. */
  focusOn?: string
  onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void
  onCountry?: (country: string) => void
  /** Addresses are offered while one types. */
  help?: StreetHelp
  onFilled?: (address: Filled) => void
}

type Part = Exclude<keyof AddressView, 'country'>

const parts: readonly { name: Part; className: string; autoComplete: string }[] = [
  { name: 'firstName', className: 'half', autoComplete: 'given-name' },
  { name: 'lastName', className: 'half', autoComplete: 'family-name' },
  { name: 'line1', className: '', autoComplete: 'address-line1' },
  { name: 'line2', className: '', autoComplete: 'address-line2' },
  { name: 'postalCode', className: 'postcode', autoComplete: 'postal-code' },
  { name: 'city', className: 'town', autoComplete: 'address-level2' },
  { name: 'region', className: '', autoComplete: 'address-level1' },
]

/** Regions are asked for where parcels need them. */
const withRegions = new Set(['US', 'IT', 'IE', 'ES'])

export function AddressFields(props: AddressFieldsProps) {
  const { t, prefix, address, countries, errors = {}, focusOn, onBlur, onCountry, help, onFilled } = props
  const isHelped = help && (help.hasMap || help.saved.length > 0)
  const nameOf = (part: string): string => (prefix ? `${prefix}.${part}` : part)
  const section = prefix === 'billingAddress' ? 'billing' : 'shipping'
  const country = address.country ?? countries[0]?.code
  const shown = parts.filter(({ name }) => name !== 'region' || withRegions.has(country ?? ''))
  return (
    <div className="fields">
      {shown.map(({ name, autoComplete, ...how }) => {
        const both = {
          value: address[name],
          error: errors[nameOf(name)],
          autoFocus: focusOn === nameOf(name) || undefined,
          autoComplete: `${section} ${autoComplete}`,
          onBlur,
        }
        if (isHelped && name === 'line1')
          return <StreetField key={name} {...help} {...both} prefix={prefix} onFilled={onFilled} />
        return (
          <Field
            key={name}
            t={t}
            name={nameOf(name)}
            label={t(`address.${name}`)}
            maxLength={addressLengths[name]}
            optional={!isAddressFieldRequired(name, country ?? '')}
            {...both}
            {...how}
          />
        )
      })}
      <div className="field">
        <label htmlFor={fieldId(nameOf('country'))}>{t('address.country')}</label>
        <select
          className="input"
          id={fieldId(nameOf('country'))}
          name={nameOf('country')}
          defaultValue={country}
          autoComplete={`${section} country`}
          onChange={onCountry && ((event) => onCountry(event.target.value))}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field
        t={t}
        name={nameOf('phone')}
        label={t('address.phone')}
        hint={t('address.phoneHint')}
        type="tel"
        optional
        value={address.phone}
        error={errors[nameOf('phone')]}
        autoFocus={focusOn === nameOf('phone') || undefined}
        autoComplete={`${section} tel`}
        maxLength={addressLengths.phone}
        onBlur={onBlur}
      />
    </div>
  )
}

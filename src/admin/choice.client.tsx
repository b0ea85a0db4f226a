'use client'

import { SelectInput, useField } from '@payloadcms/ui'
import type { OptionObject, TextFieldClientComponent, TextFieldClientProps } from 'payload'

interface Choice {
  value: string
  label: string
}

const options = (choices: readonly Choice[]): OptionObject[] => choices.map((one) => ({ ...one }))
const valueOf = (chosen: unknown): string | null =>
  chosen && typeof chosen === 'object' && 'value' in chosen ? String(chosen.value) : null

/** Text of a fixed list, chosen by its words. */
export function ChoiceField({
  field,
  path,
  readOnly,
  choices,
}: TextFieldClientProps & { choices: readonly Choice[] }) {
  const { value, setValue, showError, disabled } = useField<string>({ path })
  return (
    <SelectInput
      name={field.name}
      path={path}
      label={field.label}
      description={field.admin?.description as string | undefined}
      required={field.required}
      isClearable={!field.required}
      options={options(choices)}
      value={value}
      showError={showError}
      readOnly={readOnly || disabled}
      style={field.admin?.width ? { flex: `0 1 ${field.admin.width}` } : undefined}
      onChange={(chosen) => setValue(valueOf(chosen))}
    />
  )
}

const names = new Intl.DisplayNames(['en'], { type: 'region' })
const codes = Array.from({ length: 26 * 26 }, (_, index) =>
  String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)),
)
/** Codes that only stand for others, or for no country. */
const noCountry = new Set([
  'EU',
  'EZ',
  'UN',
  'UK',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
])
const countries = codes
  .filter((code) => !noCountry.has(code) && names.of(code) !== code)
  .map((code) => ({ value: code, label: `${names.of(code)} (${code})` }))
  .sort((one, other) => one.label.localeCompare(other.label, 'en'))

export const CountryField: TextFieldClientComponent = (props) => (
  <ChoiceField {...props} choices={countries} />
)

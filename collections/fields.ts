import type { Condition, Field, NumberField, RelationshipField, TextField } from 'payload'
import { currencies } from '#domain/markets'
import type { TaxClass } from '#domain/tax-rates'
import { screen } from './admin-screens'
import { ofKind } from './media-kind'

/** An integer count of minor units. A CHECK in the migrations stands behind the validation. */
export const moneyField = (name: string, overrides: Partial<NumberField> = {}): NumberField =>
  integerField(name, { min: 0, ...overrides })

export const integerField = (name: string, overrides: Partial<NumberField> = {}): NumberField =>
  ({
    name,
    type: 'number',
    validate: (value: unknown) =>
      value === undefined || value === null
        ? !overrides.required || 'This field is required.'
        : (typeof value === 'number' &&
            Number.isSafeInteger(value) &&
            value >= (overrides.min ?? Number.MIN_SAFE_INTEGER) &&
            value <= (overrides.max ?? Number.MAX_SAFE_INTEGER)) ||
          'This must be a whole number in range.',
    ...overrides,
  }) as NumberField

export const slugField = (overrides: Partial<TextField> = {}): TextField =>
  ({
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    maxLength: 120,
    admin: { position: 'sidebar', description: 'The last part of the address. A change leaves a redirect.' },
    validate: (value: unknown) =>
      (typeof value === 'string' && value.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
      'Small letters, digits, hyphens.',
    ...overrides,
  }) as TextField

export const currencyField = (overrides: Partial<TextField> = {}): TextField =>
  ({
    name: 'currency',
    type: 'text',
    required: true,
    validate: (value: unknown) => currencies.includes(value as never) || `One of ${currencies.join(', ')}.`,
    ...overrides,
  }) as TextField

/** Text with a fixed list of values, chosen from words; a select field would be a type of the database. */
export const choiceField = (
  name: string,
  choices: readonly { value: string; label: string }[],
  overrides: Partial<TextField> = {},
): TextField =>
  ({
    name,
    type: 'text',
    validate: (value: unknown) =>
      value === undefined || value === null || value === ''
        ? !overrides.required || 'Choose one.'
        : choices.some((one) => one.value === value) ||
          `One of ${choices.map((one) => one.value).join(', ')}.`,
    ...overrides,
    admin: {
      ...overrides.admin,
      components: {
        Field: { path: screen('choice.client#ChoiceField'), clientProps: { choices } },
        Cell: { path: screen('list-cells#ChoiceCell'), serverProps: { choices } },
        ...overrides.admin?.components,
      },
    },
  }) as TextField

/** ISO 3166-1 alpha-2, chosen by name. */
export const countryField = (name: string, overrides: Partial<TextField> = {}): TextField =>
  ({
    name,
    type: 'text',
    validate: (value: unknown) =>
      value === undefined || value === null || value === ''
        ? !overrides.required || 'Choose a country.'
        : /^[A-Z]{2}$/.test(String(value)) || 'Two capital letters, as in ISO 3166-1.',
    ...overrides,
    admin: { ...overrides.admin, components: { Field: screen('choice.client#CountryField') } },
  }) as TextField

export const taxClassField = (overrides: Partial<TextField> = {}): TextField =>
  choiceField('taxClass', taxClassChoices, overrides)

const taxClassChoices: readonly { value: TaxClass; label: string }[] = [
  { value: 'standard', label: 'Standard' },
  { value: 'children', label: 'Children’s shoes' },
  { value: 'reduced', label: 'Reduced' },
  { value: 'reduced-low', label: 'Reduced, the lower one' },
  { value: 'super-reduced', label: 'Super-reduced' },
  { value: 'zero', label: 'No tax' },
]

/** Text that services own; its allowed values stand in a CHECK. */
export const stateField = (name: string, overrides: Partial<TextField> = {}): TextField =>
  ({ name, type: 'text', required: true, index: true, admin: { readOnly: true }, ...overrides }) as TextField

export const belongsTo = (
  name: string,
  relationTo: RelationshipField['relationTo'],
  overrides: Partial<RelationshipField> = {},
): RelationshipField =>
  ({ name, type: 'relationship', relationTo, index: true, ...overrides }) as RelationshipField

/** A picture of the shop, shown and uploaded where it is used. */
export const pictureField = (
  name: string,
  overrides: { required?: boolean; admin?: { description?: string; condition?: Condition } } = {},
): Field => ({
  name,
  type: 'upload',
  relationTo: 'media',
  index: true,
  // A row without a type is of before there were videos.
  filterOptions: { or: [{ mimeType: { not_like: 'video/' } }, { mimeType: { exists: false } }] },
  hooks: { beforeValidate: [ofKind('picture')] },
  ...overrides,
})

/** A short film of the shop. */
export const clipField = (name: string, description: string): Field => ({
  name,
  type: 'upload',
  relationTo: 'media',
  index: true,
  filterOptions: { mimeType: { like: 'video/' } },
  hooks: { beforeValidate: [ofKind('video')] },
  admin: { description },
})

/** The address of the Store API, used by orders and the address book alike. */
export const addressFields = (): Field[] => [
  { type: 'row', fields: [text('firstName'), text('lastName')] },
  text('line1'),
  text('line2', false),
  { type: 'row', fields: [text('postalCode'), text('city')] },
  { type: 'row', fields: [text('region', false), text('country')] },
  text('phone', false),
]

const text = (name: string, required = true): TextField => ({ name, type: 'text', required, maxLength: 120 })

/** The same fields without `required`: an order keeps what it was given. */
export const addressSnapshot = (name: string): Field => ({
  name,
  type: 'group',
  fields: ['firstName', 'lastName', 'line1', 'line2', 'postalCode', 'city', 'region', 'country', 'phone'].map(
    (part): Field => ({ name: part, type: 'text' }),
  ),
})

export const seoFields: Field = {
  name: 'seo',
  type: 'group',
  label: 'Search engines',
  fields: [
    { name: 'title', type: 'text', localized: true, maxLength: 120 },
    { name: 'description', type: 'textarea', localized: true, maxLength: 300 },
  ],
}

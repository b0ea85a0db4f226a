import type { Field, Validate } from 'payload'
import { email } from 'payload/shared'
import { responsibleFault, type ContactPart, type SafetyParts } from '#domain/product-safety'
import { countryField } from './fields'

/** Warnings and safety information, as they stand on the product. Source: Regulation (EU) 2023/988, Article 19 d. */
export const warningsField = (description: string): Field => ({
  name: 'warnings',
  type: 'textarea',
  label: 'Warnings and safety information',
  localized: true,
  maxLength: 2000,
  admin: { description },
})

const validPart =
  (part: ContactPart): Validate<string, SafetyParts> =>
  (_value, { data }) =>
    responsibleFault(part, data) ?? true

/** Regulation (EU) 2023/988, Article 19 a: shown on every product page. */
export const manufacturerField: Field = {
  name: 'manufacturer',
  type: 'group',
  label: 'Manufacturer (product safety)',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'email', type: 'email', required: true },
      ],
    },
    { name: 'street', type: 'text', required: true },
    {
      type: 'row',
      fields: [
        { name: 'postalCode', type: 'text', required: true },
        { name: 'city', type: 'text', required: true },
        countryField('country', { required: true }),
      ],
    },
    { name: 'website', type: 'text' },
  ],
}

/** Article 19 b, with Article 16: who answers in the Union for a maker outside. */
export const responsibleField: Field = {
  name: 'responsible',
  type: 'group',
  label: 'Responsible person in the EU',
  admin: { description: 'Required when the manufacturer is outside the EU and the EEA.' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', validate: validPart('name') },
        {
          name: 'email',
          type: 'email',
          validate: (value, options) => {
            const said = validPart('email')(value, options)
            return said === true ? email(value, options) : said
          },
        },
      ],
    },
    { name: 'street', type: 'text', validate: validPart('street') },
    {
      type: 'row',
      fields: [
        { name: 'postalCode', type: 'text', validate: validPart('postalCode') },
        { name: 'city', type: 'text', validate: validPart('city') },
        countryField('country', { validate: validPart('country') }),
      ],
    },
    { name: 'website', type: 'text' },
  ],
}

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wordsIn } from '../app/words'
import { AddressFields } from './address-fields'

const fieldIn = (country: string): string => {
  const html = renderToStaticMarkup(
    <AddressFields
      t={wordsIn('en')}
      prefix=""
      address={{ country }}
      countries={[{ code: country, name: country }]}
    />,
  )
  return /<label for="field-region">.*?<input[^>]*>/.exec(html)?.[0] ?? ''
}

test('a form asks for the state in the United States, and offers the region elsewhere', () => {
  expect(fieldIn('US')).toContain(' required=""')
  expect(fieldIn('US')).not.toContain('optional')
  expect(fieldIn('IT')).not.toContain(' required=""')
  expect(fieldIn('IT')).toContain('optional')
  expect(fieldIn('DE')).toBe('')
})

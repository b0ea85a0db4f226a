import { expect, test } from 'vitest'
import { modelName } from './model-name'

test('a colour that is said beside the title leaves it', () => {
  expect(modelName('Albona Cognac', 'cognac')).toBe('Albona')
  expect(modelName('Albona Black', 'Schwarz')).toBe('Albona Black')
  expect(modelName('Albona', undefined)).toBe('Albona')
})

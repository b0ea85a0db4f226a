import { expect, test } from 'vitest'
import { resiliencePage } from './page'

test('the page says what the proof asks for', async () => {
  await expect(resiliencePage()).toMatchFileSnapshot('../../../docs/resilience.md')
})

import { expect, test } from 'vitest'
import { drawStates } from './state-tables'

test('the page of states is what the tables say', async () => {
  await expect(drawStates()).toMatchFileSnapshot('../../docs/states.md')
})

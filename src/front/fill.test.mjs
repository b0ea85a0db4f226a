import { once } from 'node:events'
import { expect, test } from 'vitest'
import { renderForNobody } from './fill.mjs'

test('what waits for room before it writes more is heard to its end, whatever its length', async () => {
  let written = 0
  const handle = async (_request, response) => {
    for (; written < 64; written += 1)
      if (!response.write('a shoe '.repeat(10_000))) await once(response, 'drain')
    response.end()
  }
  expect(await renderForNobody(handle, '/admin/login')).toBe(200)
  expect(written).toBe(64)
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

const make = async (from: string, to: string) =>
  (await getTestPayload()).create({
    collection: 'redirects',
    data: { from, to },
    overrideAccess: true,
    req: await getTestRequest(),
  })

test('a redirect leads neither to itself nor to what has moved, so nobody goes in circles', async () => {
  const [a, b] = [`/p/a-${randomUUID()}`, `/p/b-${randomUUID()}`]
  await expect(make(a, a)).rejects.toThrow('To')
  await make(a, b)
  await expect(make(b, a)).rejects.toThrow('To')
  await expect(make(`/p/c-${randomUUID()}`, a)).rejects.toThrow('To')
  await expect(make(`/p/d-${randomUUID()}`, '//elsewhere.example')).rejects.toThrow('To')
})

import { expect, test, vi } from 'vitest'
import { findAddresses } from './address-offers'

const home = {
  firstName: 'Ada',
  lastName: 'Rossi',
  line1: 'Via Po 12',
  postalCode: '10123',
  city: 'Torino',
  country: 'IT',
}
const work = { ...home, line1: 'Straße des 17. Juni 135', postalCode: '10623', city: 'Berlin', country: 'DE' }
const { signal } = new AbortController()
const ofMap = [
  { line1: 'Via Po 12', postalCode: '10123', city: 'Torino', country: 'IT' },
  { line1: 'Via Po 14', postalCode: '10123', city: 'Torino', country: 'IT' },
]
const answering = (answer: () => Promise<Response>) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(answer)
const question = { text: 'via po', country: 'IT', saved: [home, work], hasMap: true }

test('own addresses come first and only once', async () => {
  answering(async () => Response.json({ suggestions: ofMap }))
  const offers = await findAddresses(question, signal)
  expect(offers.map(({ address, isSaved }) => [address.line1, isSaved])).toEqual([
    ['Via Po 12', true],
    ['Via Po 14', false],
  ])
  expect(offers[0]?.address).toMatchObject({ firstName: 'Ada' })
})

test('before anything is typed all own addresses are offered, and no map is asked', async () => {
  const fetching = answering(async () => Response.json({ suggestions: ofMap }))
  fetching.mockClear()
  const offers = await findAddresses({ ...question, text: '' }, signal)
  expect(offers.map(({ address }) => address.city)).toEqual(['Torino', 'Berlin'])
  expect(fetching).not.toHaveBeenCalled()
})

test('accents and case of what is typed do not matter', async () => {
  const offers = await findAddresses({ ...question, text: 'STRASSE', hasMap: false }, signal)
  expect(offers).toEqual([])
  const [offer] = await findAddresses({ ...question, text: 'juni 135', hasMap: false }, signal)
  expect(offer?.address.city).toBe('Berlin')
})

test.each([
  ['no answer', async () => Promise.reject(new Error('offline'))],
  ['an error', async () => new Response('', { status: 500 })],
  ['no JSON', async () => new Response('<h1>')],
])('with %s own addresses are still offered', async (_, answer) => {
  answering(answer)
  expect(await findAddresses(question, signal)).toMatchObject([{ isSaved: true }])
})

import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the map answers. `hostile`: markup, control characters and endless words in its names. `leads-away`: another address. */
export type MapMood =
  'right' | 'slow' | 'down' | 'error' | 'garbage' | 'nonsense' | 'hostile' | 'endless' | 'leads-away'

const place = (properties: Record<string, unknown>) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [7.69, 45.06] },
  properties: { osm_type: 'W', osm_id: 1, osm_key: 'highway', ...properties },
})

const torino = { countrycode: 'IT', country: 'Italia', state: 'Piemonte', county: 'Torino', city: 'Torino' }
/** As a server of Photon has them: a street, a house, a shop, a town, and what lies in another country. */
const places = [
  place({ type: 'house', housenumber: '12', street: 'Via Po', postcode: '10123', ...torino }),
  place({ type: 'street', name: 'Via Po', postcode: '10124', ...torino }),
  place({
    type: 'house',
    name: 'Caffè',
    street: 'Via Pomba',
    housenumber: '1',
    postcode: '10123',
    ...torino,
  }),
  place({ type: 'city', name: 'Poirino', ...torino }),
  place({ type: 'street', name: 'Via Po', postcode: '6900', city: 'Lugano', countrycode: 'CH' }),
  place({
    type: 'house',
    housenumber: '12',
    street: 'Via Po',
    postcode: '10123',
    city: 'Torino',
    countrycode: 'IT',
  }),
  place({
    type: 'street',
    name: 'Potsdamer Straße',
    postcode: '10785',
    city: 'Berlin',
    state: 'Berlin',
    countrycode: 'DE',
  }),
]
const hostile = [
  place({
    type: 'street',
    name: '<img src=x onerror="window.intruder=1">',
    city: '"><script>1</script>',
    countrycode: 'IT',
  }),
  place({ type: 'street', name: 'Via\u0007\u0000Po', countrycode: 'IT' }),
  place({ type: 'street', name: 'x'.repeat(5_000), countrycode: 'IT' }),
  place({ type: 'street', name: { toString: 'no' }, countrycode: 'IT' }),
  place({ type: 'street', name: 'Via Po', countrycode: 'ITALIA' }),
  { type: 'Feature', properties: null },
  null,
  7,
]

const has = (text: string, { properties }: ReturnType<typeof place>): boolean => {
  const { street, name } = properties as { street?: string; name?: string }
  const wanted = text
    .toLowerCase()
    .replace(/[\d,]+.*$/, '')
    .trim()
  return [street, name].some((word) => word?.toLowerCase().includes(wanted))
}

/** Stands in for a server of Photon: the same question and answer, with a handful of streets. */
export async function startPhotonDouble() {
  let mood: MapMood = 'right'
  const asked: URL[] = []
  const askedWith: Record<string, unknown>[] = []
  const json = (response: ServerResponse, body: unknown, status = 200): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const listed = (features: unknown[]) => ({ type: 'FeatureCollection', features })

  const answers: Record<MapMood, (response: ServerResponse, url: URL) => void> = {
    right: (response, url) => {
      const text = url.searchParams.get('q') ?? ''
      json(response, listed(places.filter((one) => has(text, one))))
    },
    slow: () => {},
    down: (response) => void response.destroy(),
    error: (response) => json(response, { message: 'Sorry' }, 500),
    garbage: (response) => void response.end('<h1>Bad gateway</h1>'),
    nonsense: (response) => json(response, { features: 'none' }),
    hostile: (response) => json(response, listed(hostile)),
    endless: (response) => void response.end(`{"features":[${'{},'.repeat(200_000)}{}]}`),
    'leads-away': (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/api' }).end(),
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://map.double')
    if (url.pathname === '/_double') {
      mood = (url.searchParams.get('mood') ?? mood) as MapMood
      return json(response, { asked: asked.map(({ search }) => search) })
    }
    if (url.pathname !== '/api') return json(response, {}, 404)
    asked.push(url)
    askedWith.push(request.headers)
    answers[mood](response, url)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    askedWith,
    setMood: (now: MapMood) => void (mood = now),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type PhotonDouble = Awaited<ReturnType<typeof startPhotonDouble>>

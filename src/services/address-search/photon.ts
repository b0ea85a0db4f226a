import { z } from 'zod'
import {
  mostSuggested,
  suggestionOf,
  type AddressSuggestion,
  type MapPlace,
} from '#domain/address-suggestion'
import { boxOf } from '#domain/country-boxes'
import { env } from '#env'
import type { AddressQuestion, AddressSearch } from './provider'

/** Milliseconds for all of an answer: who types has typed on by then. */
const patience = 2_000
/** Bytes of an answer. */
const largest = 256_000
/** More than are shown, since streets of a neighbouring country are left out. */
const asked = 15

const word = z.string().max(200).optional().catch(undefined)
const properties = z.object({
  type: word,
  name: word,
  street: word,
  housenumber: word,
  postcode: word,
  city: word,
  county: word,
  state: word,
  countrycode: z.string().length(2),
})
/** The part of the answer that we rely on; a feature that is none is left out, an answer that is no list is of no use. */
const answer = z.object({ features: z.array(z.unknown()).max(100) })
const feature = z.object({ properties })

function placeOf(found: unknown): MapPlace | undefined {
  const { data } = feature.safeParse(found)
  if (!data) return undefined
  const { type, name, street, housenumber, postcode, countrycode, ...rest } = data.properties
  const way = street ?? (type === 'street' ? name : undefined)
  if (!way) return undefined
  return {
    ...rest,
    street: way,
    houseNumber: housenumber,
    postalCode: postcode,
    country: countrycode.toUpperCase(),
  }
}

async function readBounded({ body }: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = body?.getReader()
  let text = ''
  let size = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > largest) {
      await reader?.cancel()
      throw new Error('The address search answers too much')
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

/** Only the operator says where; what is typed goes into the query alone, and no answer leads on to another address. */
function addressOf(base: string, { text, country }: AddressQuestion): URL {
  const url = new URL('api', base.endsWith('/') ? base : `${base}/`)
  url.searchParams.set('q', text)
  url.searchParams.set('limit', String(asked))
  url.searchParams.set('bbox', (boxOf(country) ?? []).join(','))
  // Labels are written in the language of where they go, which is what a server answers when it is asked for none.
  return url
}

async function search(question: AddressQuestion): Promise<AddressSuggestion[]> {
  if (!env.ADDRESS_SEARCH_URL || !boxOf(question.country)) return []
  const response = await fetch(addressOf(env.ADDRESS_SEARCH_URL, question), {
    headers: { accept: 'application/json', 'user-agent': 'Molini' },
    redirect: 'error',
    credentials: 'omit',
    signal: AbortSignal.timeout(patience),
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`The address search answered ${response.status}`)
  }
  const { features } = answer.parse(JSON.parse(await readBounded(response)))
  return features
    .map(placeOf)
    .filter((place) => place?.country === question.country)
    .map((place) => place && suggestionOf(place, question.text))
    .filter((suggestion) => suggestion !== undefined)
    .slice(0, mostSuggested * 2)
}

/** A server of Photon, which anybody can host with the data of OpenStreetMap. Source: github.com/komoot/photon, "Search API". */
export const photon: AddressSearch = { isOn: () => env.ADDRESS_SEARCH_URL !== undefined, search }

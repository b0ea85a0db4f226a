import { setTimeout as pause } from 'node:timers/promises'
import { buyer } from '../buyer'
import type { Client } from '../http-client'

export interface Places {
  pages: readonly string[]
  variants: readonly string[]
}

/** What visitors have met: milliseconds of each answer, and how many there were of each status, 0 for a connection that broke. */
export interface Met {
  millis: number[]
  statuses: Map<number, number>
}

export const nobody = (): Met => ({ millis: [], statuses: new Map() })
export const refusalsOf = ({ statuses }: Met): [number, number][] =>
  [...statuses].filter(([status]) => status === 0 || status >= 400)

/** Notes what a client is answered. */
const noting =
  (client: Client, met: Met): Client =>
  async (call) => {
    const began = performance.now()
    const note = (status: number) => met.statuses.set(status, (met.statuses.get(status) ?? 0) + 1)
    try {
      const answer = await client(call)
      met.millis.push(performance.now() - began)
      note(answer.status)
      return answer
    } catch (error) {
      note(0)
      throw error
    }
  }

const compressed = { 'accept-encoding': 'br' }

/**
 * What visitors of a shop do: of ten, seven look at pages, two ask the Store API, one fills a bag, and of these bags each
 * fifth is bought.
 */
async function visit(client: Client, { pages, variants }: Places, turn: number): Promise<void> {
  const get = (path: string) => client({ method: 'GET', path, headers: compressed })
  const kind = turn % 10
  if (kind < 7) await get(pages[turn % pages.length] ?? '/')
  else if (kind === 7) await get(`/api/store/products?page=${1 + (turn % 5)}`)
  else if (kind === 8) await get('/api/store/suggest?q=derby')
  else {
    const guest = buyer(client)
    const token = await guest.openCart()
    await guest.add(token, variants[turn % variants.length] ?? '')
    if (turn % 50 === 9) await guest.checkout(token, await guest.shippingOption(token))
  }
}

/** Visitors come until `isOver`, so many at once, each after the other; an answer that is none ends a visit and not the visitor. */
export async function receive(
  client: Client,
  places: Places,
  { visitors, isOver, met }: { visitors: number; isOver: () => boolean; met: Met },
): Promise<void> {
  let turn = 0
  const noted = noting(client, met)
  const visitor = async () => {
    while (!isOver()) {
      await visit(noted, places, turn++).catch(() => pause(20))
    }
  }
  await Promise.all(Array.from({ length: visitors }, visitor))
}

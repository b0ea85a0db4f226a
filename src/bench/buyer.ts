import { randomUUID } from 'node:crypto'
import type { Client } from './http-client'

/** Where everything goes that is bought here. */
export const deliveredTo = {
  firstName: 'Ada',
  lastName: 'Rossi',
  line1: 'Via Po 12',
  postalCode: '10123',
  city: 'Torino',
  country: 'IT',
}

export class Unexpected extends Error {}

interface Sent {
  status: number
  json: Record<string, unknown>
}

/** A guest who buys over the Store API, call by call. */
export function buyer(client: Client) {
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Sent> => {
    const answer = await client({ method, path: `/api/store${path}`, headers, body })
    return { status: answer.status, json: JSON.parse(answer.body || '{}') as Record<string, unknown> }
  }
  const expectStatus = ({ status, json }: Sent, wanted: number): Record<string, unknown> => {
    if (status !== wanted)
      throw new Unexpected(`Expected ${wanted}, got ${status}: ${JSON.stringify(json).slice(0, 300)}`)
    return json
  }
  return {
    async openCart(): Promise<string> {
      return String(expectStatus(await send('POST', '/carts', {}, { market: 'eu' }), 201).token)
    },
    async add(token: string, variantId: string, quantity = 1): Promise<void> {
      expectStatus(
        await send('POST', '/carts/current/lines', { 'x-cart-token': token }, { variantId, quantity }),
        200,
      )
    },
    async giveCard(token: string, code: string): Promise<void> {
      expectStatus(await send('POST', '/carts/current/gift-cards', { 'x-cart-token': token }, { code }), 200)
    },
    async shippingOption(token: string): Promise<string> {
      const { options } = expectStatus(
        await send('GET', '/carts/current/shipping-options?country=IT&postalCode=10123', {
          'x-cart-token': token,
        }),
        200,
      ) as { options: { id: string }[] }
      if (!options[0]) throw new Unexpected('Nothing is delivered to Italy')
      return options[0].id
    },
    checkout: (
      token: string,
      shippingOption: string,
      key: string = randomUUID(),
      paymentMethod = 'manual',
    ): Promise<Sent> =>
      send(
        'POST',
        '/checkout',
        { 'x-cart-token': token, 'idempotency-key': key },
        { email: 'ada@example.org', shippingAddress: deliveredTo, shippingOption, paymentMethod },
      ),
  }
}

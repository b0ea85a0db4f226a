import { setTimeout as pause } from 'node:timers/promises'
import { buyer } from '../buyer'
import { httpClient } from '../http-client'

/** An address of this machine for each shopper: limits count by address. */
export const addressOf = (index: number): string =>
  `127.${1 + Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${1 + (index % 250)}`

/** What answers there were, by status, and 0 where a connection broke. */
export type Tally = Map<number, number>
const count = (tally: Tally, status: number) => tally.set(status, (tally.get(status) ?? 0) + 1)

export interface Attempt {
  token: string
  option: string
  key: string
  index: number
}

/** Tries as a shop's client does: what ended in 503 or with a broken connection is asked again, under the same key. */
export async function again<T extends { status: number }>(tally: Tally, call: () => Promise<T>): Promise<T> {
  const end = Date.now() + 90_000
  for (let wait = 200; ; wait = Math.min(2 * wait, 8_000)) {
    const answer = await call().catch(() => undefined)
    count(tally, answer?.status ?? 0)
    if (answer && answer.status !== 503) return answer
    if (Date.now() > end) throw new Error(`Still ${answer?.status ?? 'broken'} after 90 s`)
    await pause(wait * (0.5 + Math.random()))
  }
}

/** A guest with pairs of one size in the bag, ready to order. */
export async function fillBag(url: string, variant: string, index: number, key: string): Promise<Attempt> {
  const guest = buyer(httpClient(url, 1, addressOf(index)))
  const token = await guest.openCart()
  await guest.add(token, variant)
  return { token, option: await guest.shippingOption(token), key, index }
}

/** Orders until it is known how that ends: the number of the order, or the code of the refusal. */
export async function order(
  url: string,
  { token, option, key, index }: Attempt,
  tally: Tally,
): Promise<string> {
  const guest = buyer(httpClient(url, 1, addressOf(index)))
  for (;;) {
    const { status, json } = await again(tally, () => guest.checkout(token, option, key))
    if (status === 201) return String((json.order as { number: string }).number)
    // The same order of before is still being placed, by a process that may have died with it.
    if (json.code !== 'checkout.in-progress') return String(json.code)
    await pause(200)
  }
}

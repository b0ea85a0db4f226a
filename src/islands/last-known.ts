import { storageKeys } from '#domain/kept-keys'
import { forget, memorize, recall } from './browser-memory'

interface Known {
  title: string
  note: string
}

/** What is shown when there is no network: names, sizes and how many, never a price. On this device alone. */
export interface LastKnown {
  at: string
  /** How many there were, which tells whether anything has changed. */
  counts: string
  bag: Known[]
  wishes: Known[]
}

const place = storageKeys.last

export function readLast(): LastKnown | undefined {
  try {
    return JSON.parse(recall(place) ?? '') as LastKnown
  } catch {
    return undefined
  }
}

async function readJson<T>(path: string): Promise<T | undefined> {
  const answer = await fetch(`/api/store${path}`)
  return answer.ok ? ((await answer.json()) as T) : undefined
}

interface Line {
  title: string
  size: string
  quantity: number
}

/** Of one pair its size alone, of more how many; what is no shoe has an empty size. */
export const noteOf = ({ size, quantity }: Pick<Line, 'size' | 'quantity'>): string =>
  [size, quantity > 1 && `× ${quantity}`].filter(Boolean).join(' ')

async function readBag(): Promise<Known[]> {
  const answer = await readJson<{ cart: { lines: Line[] } }>('/carts/current')
  return (answer?.cart.lines ?? []).map((line) => ({ title: line.title, note: noteOf(line) }))
}

async function readWishes(): Promise<Known[]> {
  const { market = 'eu' } = document.documentElement.dataset
  const answer = await readJson<{
    wishlist: { products: { name: string; brand: string; colour: string }[] }
  }>(`/wishlist?market=${market}`)
  return (answer?.wishlist.products ?? [])
    .slice(0, 50)
    .map(({ name, brand, colour }) => ({ title: name, note: `${brand}, ${colour}` }))
}

/** Notes bag and wishlist for a time without network, where the offline page is wanted; forgets them when both are empty. */
export async function keepLast({ bag, wishes }: { bag: number; wishes: number }): Promise<void> {
  try {
    if (bag + wishes === 0 || document.documentElement.dataset.offline === undefined) {
      forget(place)
      return
    }
    const counts = `${bag} ${wishes}`
    if (readLast()?.counts === counts) return
    const [inBag, wished] = await Promise.all([bag > 0 ? readBag() : [], wishes > 0 ? readWishes() : []])
    const known: LastKnown = { at: new Date().toISOString(), counts, bag: inBag, wishes: wished }
    memorize(place, JSON.stringify(known))
  } catch {
    // Without an answer there is nothing to note; the next page asks again.
  }
}

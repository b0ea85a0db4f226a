import { currencies, type Currency } from '#domain/markets'
import type { Columns } from './columns'

export type OrderName = 'popular' | 'newest' | `${'' | '-'}price ${Currency}`

interface Order {
  places: Uint32Array
  length: number
  /** Places whose values have changed since. */
  dirty: Set<number>
  /** For each place how far down it stands; made when asked for. */
  ranks?: Uint32Array
}

/** Each order that was asked for, kept sorted: what has changed is taken out and merged in again. */
export type Orders = Map<OrderName, Order>

type Compare = (a: number, b: number) => number

const down = (column: Float64Array): Compare => {
  return (a, b) => {
    const [one, other] = [column[a] ?? 0, column[b] ?? 0]
    return one === other ? 0 : one > other ? -1 : 1
  }
}

/** The same orders as in SQL; the id at the end makes them certain. */
function comparing(columns: Columns, name: OrderName): Compare {
  const { ids } = columns
  const popularity = down(columns.popularity)
  const launch = down(columns.launched)
  const id: Compare = (a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  const popular: Compare = (a, b) => popularity(a, b) || launch(a, b) || id(a, b)
  if (name === 'popular') return popular
  if (name === 'newest') return (a, b) => launch(a, b) || id(a, b)
  const currency = currencies.find((one) => name.endsWith(one)) ?? 'EUR'
  const dearest = down(columns.priced[currency].price)
  return name.startsWith('-')
    ? (a, b) => dearest(a, b) || popular(a, b)
    : (a, b) => dearest(b, a) || popular(a, b)
}

export function touch(orders: Orders, place: number): void {
  for (const { dirty } of orders.values()) dirty.add(place)
}

/** Living products in an order. */
export function orderOf(columns: Columns, orders: Orders, name: OrderName): Uint32Array {
  const order = sorted(columns, orders, name)
  return order.places.subarray(0, order.length)
}

/** How far down each living product stands in an order, by place. */
export function ranksIn(columns: Columns, orders: Orders, name: OrderName): Uint32Array {
  const order = sorted(columns, orders, name)
  if (order.ranks) return order.ranks
  const ranks = new Uint32Array(columns.used)
  for (let rank = 0; rank < order.length; rank += 1) ranks[order.places[rank] ?? 0] = rank
  order.ranks = ranks
  return ranks
}

function sorted(columns: Columns, orders: Orders, name: OrderName): Order {
  const compare = comparing(columns, name)
  let order = orders.get(name)
  if (!order) {
    const all = Uint32Array.from({ length: columns.used }, (_, at) => at).filter((at) => columns.alive[at])
    order = { places: all.sort(compare), length: all.length, dirty: new Set() }
    orders.set(name, order)
  } else if (order.dirty.size > 0) mergeDirty(columns, order, compare)
  return order
}

function mergeDirty(columns: Columns, order: Order, compare: Compare): void {
  const fresh = Uint32Array.from(order.dirty)
    .filter((at) => columns.alive[at])
    .sort(compare)
  const old = order.places.subarray(0, order.length).filter((at) => !order.dirty.has(at))
  const merged = new Uint32Array(old.length + fresh.length)
  let from = 0
  let to = 0
  for (const at of fresh) {
    while (from < old.length && compare(old[from] ?? 0, at) < 0) merged[to++] = old[from++] ?? 0
    merged[to++] = at
  }
  merged.set(old.subarray(from), to)
  order.places = merged
  order.length = merged.length
  order.dirty.clear()
  order.ranks = undefined
}

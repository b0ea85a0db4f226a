import { plain } from '../words'

export interface Change {
  path: string
  before: string
  after: string
}

const atMost = 200
const quiet = new Set(['updatedAt', 'createdAt', 'id'])

/** What differs between two states of a document, one row per value, in the order of the fields. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const old = flat(before)
  const fresh = flat(after)
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => !quiet.has(path) && old.get(path) !== fresh.get(path))
    .slice(0, atMost)
    .map((path) => ({ path, before: old.get(path) ?? '', after: fresh.get(path) ?? '' }))
}

function flat(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found
  if (typeof value !== 'object') return found.set(path, String(value))
  for (const [key, inner] of Object.entries(value)) flat(inner, path ? `${path}.${key}` : key, found)
  return found
}

/** A path as people read it: `priceInEUR` stays near its label, `lines.0.quantity` becomes `lines 1 quantity`. */
export const pathWords = (path: string): string =>
  path
    .split('.')
    .map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : part.replaceAll(/([a-z])([A-Z])/g, '$1 $2'),
    )
    .join(' ')
    .toLowerCase()

/** What was done, in words: `update` of `products` is `Update products`; `order.ship` names its document already. */
export const deed = (action: string, entity: string): string =>
  action.includes('.') ? plain(action) : `${plain(action)} ${plain(entity).toLowerCase()}`

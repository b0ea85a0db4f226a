import { createHmac } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'

/** What an entry is sorted by: the HMAC-SHA256 of its id under the characters of the seed, in hex. */
export const drawLot = (seed: string, entryId: string): string =>
  createHmac('sha256', seed).update(entryId.toLowerCase()).digest('hex')

/** Entries of which the lots are worked out before somebody else has a turn. */
const inOneGo = 2_000

/**
 * The entries in the order in which they are drawn: by their lots, the lowest first. It depends on the seed and on the ids
 * alone, not on their order, so whoever has both can check it.
 */
export async function drawOrder(seed: string, entryIds: readonly string[]): Promise<string[]> {
  const lots: { id: string; lot: string }[] = []
  for (const [index, id] of entryIds.entries()) {
    if (index > 0 && index % inOneGo === 0) await others()
    lots.push({ id, lot: drawLot(seed, id) })
  }
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

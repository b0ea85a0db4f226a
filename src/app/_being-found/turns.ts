import { DomainError } from '#domain/errors'

/** Lists of the whole shop that are read at the same time: each keeps the database busy. */
const atOnce = 2
/** Milliseconds after which a reader that has not asked for more is taken for gone. */
const patience = 60_000
const underWay = new Set<{ seen: number }>()

/** Yields what `parts` does, as one of a few. Throws `unavailable` when as many are under way already. */
export function inTurn(parts: AsyncGenerator<string>, now = Date.now): AsyncGenerator<string> {
  for (const one of underWay) if (now() - one.seen > patience) underWay.delete(one)
  if (underWay.size >= atOnce) throw new DomainError('unavailable', { retryAfter: 30 })
  const turn = { seen: now() }
  underWay.add(turn)
  return (async function* () {
    try {
      for await (const part of parts) {
        turn.seen = now()
        yield part
      }
    } finally {
      underWay.delete(turn)
    }
  })()
}

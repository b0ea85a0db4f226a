import { DomainError } from '#domain/errors'

/** Lists of the whole shop that are read at the same time: each keeps the database busy. */
const atOnce = 2
/** Milliseconds after which a reader that has not asked for more is taken for gone. */
const patience = 60_000
/** Milliseconds that one reader may take for all of it. */
const longest = 600_000
const underWay = new Set<{ began: number; seen: number }>()

/** What is read part by part, and may be left before its end, or before its beginning. */
export interface Parts {
  next: () => Promise<IteratorResult<string, unknown>>
  return: (value: undefined) => Promise<unknown>
}

/**
 * What `parts` yields, as one of a few who read at once. Throws `unavailable` when as many are under way already. Its turn is
 * given back when it ends, fails or is left.
 */
export function inTurn(parts: AsyncGenerator<string>, now = Date.now): Parts {
  for (const one of underWay)
    if (now() - one.seen > patience || now() - one.began > longest) underWay.delete(one)
  if (underWay.size >= atOnce) throw new DomainError('unavailable', { retryAfter: 30 })
  const turn = { began: now(), seen: now() }
  underWay.add(turn)
  const end = () => underWay.delete(turn)
  return {
    next: async () => {
      try {
        if (!underWay.has(turn)) throw new DomainError('unavailable', { retryAfter: 30 })
        turn.seen = now()
        const part = await parts.next()
        if (part.done) end()
        return part
      } catch (error) {
        end()
        throw error
      }
    },
    return: async () => {
      end()
      return parts.return(undefined)
    },
  }
}

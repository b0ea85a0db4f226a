/** So many calls in a window that begins with the first of them. */
export interface Limit {
  points: number
  /** Seconds. */
  duration: number
  /** Waits for the table however long that takes: for what somebody may want to guess. */
  isStrict?: boolean
  /** Points of it are given back, so being refused holds for this one call alone. */
  isLent?: boolean
}

/** Points that this process would have of one key. */
export interface Wish {
  key: string
  points: number
  /** Of a window that begins now. */
  milliseconds: number
}

/** One key of the table after a wish. */
export interface Told {
  key: string
  /** Wished for in this window by all processes, with this wish. */
  points: number
  /** The name of the window. */
  window: string
  /** Milliseconds until it ends, at the moment of the wish. */
  left: number
}

/** What all processes count in. */
export interface Table {
  /** Adds each wish to its key, or begins a window with it. One answer for each. */
  add: (wishes: readonly Wish[]) => Promise<readonly Told[]>
  /** Gives points of a window back; of one that is over nothing. */
  subtract: (key: string, window: string, points: number) => Promise<void>
}

/** `wait`: milliseconds until one may call again, or 0. `window`: where the point is from, unless it is of this process alone. */
export interface Answer {
  wait: number
  window?: string
}

/** Points of one window that this process has and has not spent. */
interface Lease {
  window: string
  left: number
  /** So many are wished for next. */
  next: number
  /** Nobody has any more. */
  isEmpty: boolean
  /** Never later than the window's end: until then points are spent and calls refused. */
  until: number
  /** Never earlier than the window's end: what is said to those who are refused. */
  over: number
}

/** While the table cannot be asked. */
interface Own {
  left: number
  until: number
}

interface Waiting {
  key: string
  limit: Limit
  waiters: ((answer: Answer) => void)[]
  /** Waiters that were answered otherwise, and whose points are spent. */
  gone: number
}

/** Points of a limit that a process takes first: small enough for forty processes to have as many each. */
export const firstPortion = (points: number): number => Math.max(1, Math.floor(points / 40))

/**
 * Points that a process wishes for next: twice as many as the last time, at most a tenth of the limit and an eighth of what
 * is left, so that what is left at the end is not kept by somebody who is not asked.
 */
export const nextPortion = (limit: number, { last, spare }: { last: number; spare: number }): number =>
  Math.max(1, Math.floor(Math.min(2 * last, limit / 10, spare / 8)))

/** Of the points of a wish those that are within the limit. */
export const grantedOf = (limit: number, { wished, points }: { wished: number; points: number }): number =>
  Math.max(0, Math.min(wished, limit - (points - wished)))

/** The newest of a kind: whoever invents callers fills no memory. What is forgotten is asked for again. */
function newest<T>(most: number) {
  const kept = new Map<string, T>()
  return {
    get: (key: string) => kept.get(key),
    set(key: string, value: T) {
      kept.delete(key)
      if (kept.size >= most) for (const oldest of kept.keys()) if (kept.delete(oldest)) break
      kept.set(key, value)
    },
    size: () => kept.size,
  }
}

interface Options {
  table: Table
  /** Called when the table begins to fail, and counting goes on in this process alone. */
  failed?: (error: unknown) => void
  now?: () => number
  /** Keys that are remembered. */
  most?: number
  /** Milliseconds that a call waits whose limit is not strict. */
  patience?: number
  /** Milliseconds for which a table that failed is left alone. */
  pause?: number
}

/** Keys in one wish. */
const largest = 500

/**
 * Counts calls exactly over all processes: each takes points of a key from the common table in portions and spends them
 * from memory, and nobody has points beyond the limit. A window ends for all by the clock of the table. Wishes that come
 * while one is on its way go together in the next. While the table fails, each process counts for itself.
 * Source: DECISIONS.md, "Points of a limit are taken in portions".
 */
export function makeCounter({
  table,
  failed = () => {},
  now = () => performance.now(),
  most = 50_000,
  patience = 1_000,
  pause = 1_000,
}: Options) {
  const leases = newest<Lease>(most)
  const own = newest<Own>(most)
  const waiting = new Map<string, Waiting>()
  let isAsking = false
  let isLate = false
  let awayUntil = -Infinity

  /** What memory knows: a point, a refusal, or that the table has to be asked. */
  function known(key: string): Answer | undefined {
    const lease = leases.get(key)
    if (!lease) return undefined
    const at = now()
    if (at >= lease.until) return undefined
    if (lease.left === 0) return lease.isEmpty ? { wait: lease.over - at } : undefined
    lease.left -= 1
    return { wait: 0, window: lease.window }
  }

  function ofOwn(key: string, { points, duration }: Limit): Answer {
    const at = now()
    const before = own.get(key)
    if (!before || at >= before.until) {
      own.set(key, { left: points - 1, until: at + duration * 1_000 })
      return { wait: 0 }
    }
    if (before.left === 0) return { wait: before.until - at }
    before.left -= 1
    return { wait: 0 }
  }

  function giveUp({ key, limit, waiters }: Waiting): void {
    for (const answer of waiters.splice(0)) answer(ofOwn(key, limit))
  }

  function wishOf({ key, limit, waiters }: Waiting): Wish {
    const lease = leases.get(key)
    const portion = lease && now() < lease.until ? lease.next : firstPortion(limit.points)
    const points = Math.min(limit.points, Math.max(portion, waiters.length))
    return { key, points, milliseconds: limit.duration * 1_000 }
  }

  function settle(one: Waiting, wish: Wish, { told, sent }: { told: Told; sent: number }): void {
    const { key, limit, waiters } = one
    const granted = grantedOf(limit.points, { wished: wish.points, points: told.points })
    const beyond = wish.points - granted
    const [until, over] = [sent + told.left, now() + told.left]
    const before = leases.get(key)
    const kept = before?.window === told.window ? before.left : 0
    const there = kept + Math.max(0, granted - one.gone)
    const accepted = Math.min(waiters.length, there)
    const spare = Math.max(0, limit.points - told.points)
    const left = there - accepted
    const next = nextPortion(limit.points, { last: wish.points, spare })
    leases.set(key, { window: told.window, left, next, isEmpty: beyond > 0 && !limit.isLent, until, over })
    for (const answer of waiters.splice(0, accepted)) answer({ wait: 0, window: told.window })
    for (const answer of waiters.splice(0)) answer({ wait: told.left })
    if (limit.isLent && beyond > 0) table.subtract(key, told.window, beyond).catch(failed)
  }

  /** Whom memory can answer by now is answered; the others are asked for. */
  function nextBatch(): Waiting[] {
    const batch: Waiting[] = []
    for (const one of waiting.values()) {
      if (batch.length === largest) break
      waiting.delete(one.key)
      while (one.waiters.length > 0) {
        const answer = known(one.key)
        if (!answer) break
        one.waiters.shift()?.(answer)
      }
      if (one.waiters.length > 0) batch.push(one)
    }
    return batch
  }

  async function askOnce(batch: readonly Waiting[]): Promise<void> {
    const late = setTimeout(() => {
      isLate = true
      const hasGone = ({ limit }: Waiting) => !limit.isStrict
      for (const one of batch.filter(hasGone)) one.gone = one.waiters.length
      for (const one of [...batch, ...waiting.values()].filter(hasGone)) giveUp(one)
    }, patience)
    const wishes = batch.map(wishOf)
    const sent = now()
    try {
      const told = new Map((await table.add(wishes)).map((one) => [one.key, one]))
      for (const [at, one] of batch.entries()) {
        const [wish, answer] = [wishes[at], told.get(one.key)]
        if (!wish || !answer) throw new Error('The table left a key out')
        settle(one, wish, { told: answer, sent })
      }
      awayUntil = -Infinity
    } catch (error) {
      if (awayUntil === -Infinity) failed(error)
      awayUntil = now() + pause
      for (const one of [...batch, ...waiting.values()]) giveUp(one)
      waiting.clear()
    } finally {
      clearTimeout(late)
      isLate = false
    }
  }

  async function askAll(): Promise<void> {
    if (isAsking) return
    isAsking = true
    // What is asked for in the same breath goes together.
    await Promise.resolve()
    while (waiting.size > 0) {
      const batch = nextBatch()
      if (batch.length > 0) await askOnce(batch)
    }
    isAsking = false
  }

  return {
    /** Takes one point. */
    take(key: string, limit: Limit): Promise<Answer> | Answer {
      const answer = known(key)
      if (answer) return answer
      if (now() < awayUntil || (isLate && !limit.isStrict)) return ofOwn(key, limit)
      return new Promise((resolve) => {
        const one = waiting.get(key) ?? { key, limit, waiters: [], gone: 0 }
        waiting.set(key, one)
        one.waiters.push(resolve)
        void askAll()
      })
    },
    /** Puts a point back that was taken and not used: to be spent in this process. */
    putBack(key: string, { window }: Answer): void {
      const lease = window === undefined ? own.get(key) : leases.get(key)
      if (lease && (!('window' in lease) || lease.window === window)) lease.left += 1
    },
    /** Gives a point back to all processes. */
    async giveBack(key: string, answer: Answer): Promise<void> {
      if (answer.window === undefined) this.putBack(key, answer)
      else await table.subtract(key, answer.window, 1).catch(failed)
    },
    /** Keys in memory. */
    size: () => leases.size() + own.size(),
  }
}

export type Counter = ReturnType<typeof makeCounter>

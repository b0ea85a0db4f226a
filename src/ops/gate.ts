/** Resolves to what gives the place back, or to undefined when none came free in time. */
export type Gate = () => Promise<(() => void) | undefined>

interface Limits {
  /** How many are inside at once. */
  places: number
  /** How many may wait; whoever comes after them is turned away at once. */
  queue: number
  patienceMs: number
}

/**
 * Lets so many in at once and keeps the others waiting in order. A crowd then waits here, where waiting is cheap
 * and ends with a clear answer, and not for a database connection that another waiter holds.
 */
export function makeGate({ places, queue, patienceMs }: Limits): Gate {
  let free = places
  const waiting: ((enter: () => void) => void)[] = []

  const leave = () => {
    const next = waiting.shift()
    if (next) next(once(leave))
    else free += 1
  }

  return () => {
    if (free > 0) {
      free -= 1
      return Promise.resolve(once(leave))
    }
    if (waiting.length >= queue) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const enter = (place: () => void) => {
        clearTimeout(patience)
        resolve(place)
      }
      const patience = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve(undefined)
      }, patienceMs)
      waiting.push(enter)
    })
  }
}

/** A place is given back once, however often that is said. */
function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}

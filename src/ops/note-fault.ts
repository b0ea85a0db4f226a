type Heard = (place: string, error: unknown) => void

/** Next.js may load this module more than once: the process has one list. */
const heard = Symbol.for('molini.faults')
const shared = globalThis as { [heard]?: Heard }

/** For the operator's page: something of ours went wrong at `place`. Never throws, never waits. */
export function noteFault(place: string, error: unknown): void {
  shared[heard]?.(place.slice(0, 120), error)
}

/** From now on `hear` is told of every fault. */
export function hearFaults(hear: Heard): void {
  shared[heard] = hear
}

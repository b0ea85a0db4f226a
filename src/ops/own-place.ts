import { AsyncLocalStorage } from 'node:async_hooks'

type Leave = () => void

/** One for the process: the bundle has the door and the answers to errors in it more than once. */
const place = Symbol.for('molini.own-place')
const shared = globalThis as { [place]?: AsyncLocalStorage<Leave> }
const places = (shared[place] ??= new AsyncLocalStorage())

/** Does the work at a place of the gate, which `leave` gives back. */
export const atOwnPlace = <T>(leave: Leave, work: () => T): T => places.run(leave, work)

/** Gives the place of this request to whoever is next: it holds nothing any more, and may wait as long as it likes. */
export const leaveOwnPlace = (): void => places.getStore()?.()

import { say, sayFailure } from './say.mjs'

const undo = []
let stopping

export const isStopping = () => stopping !== undefined

/** What must happen before we end, last in first out: the server before the database before the lock. */
export const onStop = (work) => undo.push(work)

/** Undoes everything once, then ends with `code`. */
export function stop(code) {
  stopping ??= undoAll().then(() => process.exit(code))
  return stopping
}

async function undoAll() {
  while (undo.length > 0) await undo.pop()().catch(sayFailure)
}

/** One signal stops in order, a second one at once. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (isStopping()) process.exit(1)
      say('\nStopping')
      void stop(0)
    })
  }
  // A test that started us is gone.
  process.on('disconnect', () => void stop(0))
}

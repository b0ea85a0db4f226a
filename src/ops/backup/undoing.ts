type Undo = () => Promise<unknown>

const open = new Set<Undo>()

/** While `work` runs, `undo` is what a stop of the process must still do. */
export async function undoing<T>(undo: Undo, work: () => Promise<T>): Promise<T> {
  open.add(undo)
  try {
    return await work()
  } finally {
    open.delete(undo)
  }
}

/** Undoes what is under way, the newest first; one that fails does not stop the others. */
export async function undoAll(): Promise<void> {
  for (const undo of [...open].reverse()) await undo().catch(() => undefined)
}

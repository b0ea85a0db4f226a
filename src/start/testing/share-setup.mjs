/**
 * For a global setup that projects of a run share: what `open` makes is made for the first of them, and closed after the last.
 * @template {{ close: () => Promise<void> }} T
 * @param {string} name
 * @param {() => Promise<T>} open
 * @returns {Promise<{ opened: T, leave: () => Promise<void> }>}
 */
export async function shareSetup(name, open) {
  const place = Symbol.for(name)
  const shared = (globalThis[place] ??= { users: 0, opened: open() })
  shared.users += 1
  const opened = await shared.opened
  const leave = async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete globalThis[place]
    await opened.close()
  }
  return { opened, leave }
}

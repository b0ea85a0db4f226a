/**
 * Gathers the keys asked for in one turn of the event loop and reads them together: a list of 50 rows costs one
 * statement, not 50. A key that is not found gives undefined.
 */
export function batched<Value>(
  load: (keys: string[]) => Promise<Map<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  let waiting: { keys: Set<string>; answer: Promise<Map<string, Value>> } | undefined
  const gather = () => {
    const keys = new Set<string>()
    const turn = new Promise<void>((resolve) => setImmediate(resolve))
    const answer = turn.then(() => {
      waiting = undefined
      return load([...keys])
    })
    return { keys, answer }
  }
  return async (key) => {
    waiting ??= gather()
    waiting.keys.add(key)
    return (await waiting.answer).get(key)
  }
}

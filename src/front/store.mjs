/** What a map, a key and the fields of an entry cost beside its bodies, roughly. */
const overhead = 1024

/**
 * Entries up to `most` bytes. When it is full, those that nobody has asked for since the last look go first (second
 * chance). An entry is `{ tags, born, expires, bytes, ... }`: `born` is the generation its making began in, `expires`
 * milliseconds since 1970 or Infinity.
 */
export function openStore(generations, most, clock = Date.now) {
  /** @type {Map<string, any>} */
  const entries = new Map()
  let bytes = 0

  function drop(key, entry) {
    entries.delete(key)
    bytes -= entry.cost
  }

  /** Tags are looked at only when something has died since the last time: a hit costs next to nothing. */
  function isFresh(entry) {
    if (entry.expires <= clock()) return false
    if (entry.checked === generations.now) return true
    if (!generations.isAlive(entry.tags, entry.born)) return false
    entry.checked = generations.now
    return true
  }

  function makeRoom(needed) {
    for (const [key, entry] of entries) {
      if (bytes + needed <= most) return
      entries.delete(key)
      if (entry.isUsed && isFresh(entry)) {
        entry.isUsed = false
        entries.set(key, entry)
      } else bytes -= entry.cost
    }
  }

  return {
    get bytes() {
      return bytes
    },
    get size() {
      return entries.size
    },
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      if (isFresh(entry)) {
        entry.isUsed = true
        return entry
      }
      drop(key, entry)
      return undefined
    },
    /** Keeps an entry, unless a tag of it has died since it was begun or it would take a quarter of all. True if kept. */
    set(key, entry) {
      const before = entries.get(key)
      if (!generations.isAlive(entry.tags, entry.born)) return false
      if (before) drop(key, before)
      entry.cost = entry.bytes + key.length * 2 + overhead
      if (entry.cost > most / 4) return false
      makeRoom(entry.cost)
      entry.checked = -1
      entry.isUsed = false
      entries.set(key, entry)
      bytes += entry.cost
      return true
    },
    clear() {
      entries.clear()
      bytes = 0
    },
  }
}

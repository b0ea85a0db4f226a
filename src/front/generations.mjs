/** More tags than these and all die at once: what was kept of them would only grow. */
const mostTags = 20_000

/**
 * When each tag last died, counted in invalidations. What was read at `now` may be kept while none of its tags has
 * died since; so a render that a change has overtaken is told from one that began after it.
 */
export function openGenerations(most = mostTags) {
  const deaths = new Map()
  let now = 0
  let floor = 0

  function killAll() {
    now += 1
    floor = now
    deaths.clear()
  }

  return {
    get now() {
      return now
    },
    killAll,
    /** @param {readonly string[]} tags */
    kill(tags) {
      now += 1
      for (const tag of tags) deaths.set(tag, now)
      if (deaths.size > most) killAll()
    },
    /** @param {readonly string[]} tags @param {number} born */
    isAlive(tags, born) {
      if (born < floor) return false
      for (const tag of tags) if ((deaths.get(tag) ?? 0) > born) return false
      return true
    },
  }
}

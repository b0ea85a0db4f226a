export interface Contest {
  /** How many are wanted. */
  most: number
  isBetter: (one: number, other: number) => boolean
  modelOf: (at: number) => number
}

/**
 * Takes a product into the best ones so far where it belongs there, by its place; of a model the best one stays. Most are
 * turned away at the last of them, whatever their model is.
 */
export function keepBest(best: number[], at: number, { most, isBetter, modelOf }: Contest): void {
  const last = best.at(-1)
  if (best.length === most && last !== undefined && !isBetter(at, last)) return
  const model = modelOf(at)
  const same = best.findIndex((other) => modelOf(other) === model)
  const rival = best[same]
  if (rival !== undefined && !isBetter(at, rival)) return
  if (rival !== undefined) best.splice(same, 1)
  const place = best.findIndex((other) => isBetter(at, other))
  best.splice(place < 0 ? best.length : place, 0, at)
  best.length = Math.min(best.length, most)
}

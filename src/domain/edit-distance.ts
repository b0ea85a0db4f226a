/**
 * How many single mistakes (a letter added, lost, changed, or two neighbours swapped) lead from `a` to `b`, or
 * `limit + 1` when there are more. Source: optimal string alignment, a form of Damerau-Levenshtein.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) next.push(cheapest({ a, b, i, j }, before, row, next))
    if (Math.min(...next) > limit) return limit + 1
    before = row
    row = next
  }
  return Math.min(row[b.length] ?? limit + 1, limit + 1)
}

interface Place {
  a: string
  b: string
  i: number
  j: number
}

function cheapest({ a, b, i, j }: Place, before: number[], row: number[], next: number[]): number {
  const at = (cells: number[], index: number) => cells[index] ?? Number.POSITIVE_INFINITY
  const change = a[i - 1] === b[j - 1] ? 0 : 1
  const best = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + change)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(best, at(before, j - 2) + 1) : best
}

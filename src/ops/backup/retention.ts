/** How many backups stay: the newest of each of the last days, weeks and months. */
export const kept = { days: 7, weeks: 4, months: 12 } as const

const day = (at: Date): string => at.toISOString().slice(0, 10)
const month = (at: Date): string => at.toISOString().slice(0, 7)

/** The Monday of the week, which names it. */
function week(at: Date): string {
  const monday = new Date(at)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  return day(monday)
}

/**
 * Which of `backups` stay: the newest of each of the 7 newest days, 4 newest weeks and 12 newest months that have one, in
 * UTC. The newest of all therefore always stays, however old it is: a shop that stopped making them loses none.
 */
export function keep<Backup extends { readonly at: Date }>(backups: readonly Backup[]): Set<Backup> {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime())
  const staying = new Set<Backup>()
  for (const [nameOf, count] of [
    [day, kept.days],
    [week, kept.weeks],
    [month, kept.months],
  ] as const) {
    const seen = new Set<string>()
    for (const backup of newestFirst) {
      const name = nameOf(backup.at)
      if (seen.has(name)) continue
      if (seen.size === count) break
      seen.add(name)
      staying.add(backup)
    }
  }
  return staying
}

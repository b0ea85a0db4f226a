/** How many backups stay: the newest of each of the last days, weeks and months. */
export const kept = { days: 7, weeks: 4, months: 12 } as const

const hour = 3_600_000
/** Whatever it is, it stays for so long. */
const youngest = 48 * hour
/** A backup of what a restore replaced stays for so long. */
const undoing = 7 * 24 * hour

const day = (at: Date): string => at.toISOString().slice(0, 10)
const month = (at: Date): string => at.toISOString().slice(0, 7)

/** The Monday of the week, which names it. */
function week(at: Date): string {
  const monday = new Date(at)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  return day(monday)
}

interface Kept {
  readonly at: Date
  /** It was restored and found to be the shop. */
  readonly isProved: boolean
  /** It was taken because a restore replaced the shop. */
  readonly isUndo: boolean
}

/**
 * Which of `backups` stay: all of the last 48 hours; what a restore replaced, for 7 days; the newest of all; and of those
 * that are proved the newest of each of the 7 newest days, 4 newest weeks and 12 newest months that have one, in UTC. The
 * newest proved one therefore always stays, however old it is: a shop that stopped making them loses none.
 */
export function keep<Backup extends Kept>(backups: readonly Backup[], now: Date): Set<Backup> {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime())
  const ageOf = ({ at }: Backup): number => now.getTime() - at.getTime()
  const staying = new Set(
    newestFirst.filter((one, at) => at === 0 || ageOf(one) < (one.isUndo ? undoing : youngest)),
  )
  for (const [nameOf, count] of [
    [day, kept.days],
    [week, kept.weeks],
    [month, kept.months],
  ] as const) {
    const seen = new Set<string>()
    for (const backup of newestFirst.filter(({ isProved }) => isProved)) {
      const name = nameOf(backup.at)
      if (seen.has(name)) continue
      if (seen.size === count) break
      seen.add(name)
      staying.add(backup)
    }
  }
  return staying
}

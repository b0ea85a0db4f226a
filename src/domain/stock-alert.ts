/** Mails for each pair that is back, in a day: a crowd that is called for one pair is only disappointed. */
export const alertsPerPair = 5

/** How many more of those who wait for a size are told, when so many pairs can be bought and so many were told in the last day. */
export const alertsAllowed = (pairs: number, toldToday: number): number =>
  Math.max(0, pairs * alertsPerPair - toldToday)

/** Days after which nobody waits any more, and for which it is kept that somebody was told. */
export const alertDays = { waiting: 180, sent: 30 } as const

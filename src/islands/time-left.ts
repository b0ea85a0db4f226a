export interface TimeLeft {
  days: number
  hours: number
  minutes: number
  seconds: number
}

/** What is left of so many milliseconds; the last second is shown until it is over. */
export function timeLeft(milliseconds: number): TimeLeft {
  const all = Math.max(0, Math.ceil(milliseconds / 1_000))
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3_600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  }
}

/** After how long it is asked whether the page has turned, in milliseconds: not everybody at the same moment, and less often each time. */
export const askAfter = (tries: number, chance: number): number =>
  Math.round(Math.min(30_000, 1_000 * 2 ** tries) * (1 + chance))

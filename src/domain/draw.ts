/** How a product is launched: whoever checks out first, or whoever is drawn. */
export const launchWays = [
  { value: 'first', label: 'First come, first served' },
  { value: 'draw', label: 'A draw' },
] as const

/** Hours for which a pair is held for whoever is drawn. */
export const drawHours = { min: 1, max: 168, defaultValue: 24 } as const

/** How the product is launched and when, as it was or is to be. */
export interface LaunchPlan {
  launchBy?: string | null
  launchedAt?: string | Date | null
  isForSale: boolean
}

export interface LaunchFault {
  path: 'launchBy' | 'launchedAt'
  message: string
}

const momentOf = ({ launchedAt }: LaunchPlan): number => (launchedAt ? new Date(launchedAt).getTime() : 0)
const wayOf = ({ launchBy }: LaunchPlan): string => (launchBy === 'draw' ? 'draw' : 'first')

/**
 * Why a product cannot be launched like that, in words for staff: what was drawn stays as it was drawn, and a draw that is
 * published has a moment to come, so that somebody can enter.
 */
export function launchFaults(
  before: LaunchPlan,
  after: LaunchPlan,
  { isDrawn, now }: { isDrawn: boolean; now: Date },
): LaunchFault[] {
  const isMoved = momentOf(before) !== momentOf(after)
  const isOtherWay = wayOf(before) !== wayOf(after)
  if (isDrawn)
    return [
      ...(isOtherWay ? [{ path: 'launchBy' as const, message: 'The draw has been made.' }] : []),
      ...(isMoved ? [{ path: 'launchedAt' as const, message: 'The draw was made at this moment.' }] : []),
    ]
  const isNew = isMoved || isOtherWay || !before.isForSale
  if (wayOf(after) !== 'draw' || !after.isForSale || !isNew || momentOf(after) > now.getTime()) return []
  return [{ path: 'launchedAt', message: 'A draw needs a moment that is still to come.' }]
}

/** What the page says of a draw. Times are ISO 8601. */
export interface DrawView {
  /** SHA-256 of the seed in hex: shown before, so that no other seed can be used. */
  fingerprint: string
  /** Until when entries count. */
  closesAt: string
  /** Hours for which a drawn pair is held. */
  holdHours: number
  /** From here on once it has been made. */
  drawnAt?: string
  /** In hex: its characters are the key of every HMAC. */
  seed?: string
  /** How many were drawn from. */
  entries?: number
}

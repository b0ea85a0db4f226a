/** Minutes for which a pair that comes back is held for whoever has waited longest, where the shop says nothing else. */
export const defaultHoldMinutes = 120

import { z } from 'zod'
import { isPrintable, unprintable } from '#domain/address'

/** What staff write, without spaces around it: at most so many characters, all of which can be printed. */
export const words = (longest: number) => z.string().trim().max(longest).refine(isPrintable, unprintable)

/** Why something is done, which may not be left out. */
export const reason = (longest: number) => words(longest).min(1)

export const withReason = z.strictObject({ reason: reason(300) })

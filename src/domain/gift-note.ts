import { isPrintable, unprintable } from './address'
import { DomainError } from './errors'

/** Characters, as people count them: it must fit a card in the box. */
export const longestGiftNote = 300
/** Of what is typed this much is looked at, and comes back when it is refused. */
export const longestTyped = 2_000

/**
 * A gift note as it is kept and printed: lines end alike, none has space behind it, no blank ones around; undefined for nothing.
 * Throws `validation.failed` when it is longer than 300 characters or has some that cannot be printed.
 */
export function tidyGiftNote(given: string): string | undefined {
  const lines = given.split(/\r\n|\r|\n/).map((line) => line.trimEnd())
  const note = lines.join('\n').trim()
  const message = !lines.every(isPrintable)
    ? unprintable
    : [...note].length > longestGiftNote
      ? `At most ${longestGiftNote} characters.`
      : undefined
  if (message) throw new DomainError('validation.failed', { errors: [{ path: 'giftNote', message }] })
  return note || undefined
}

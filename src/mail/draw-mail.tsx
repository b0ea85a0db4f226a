import type { DrawMailKind, Placeholder } from '#domain/mail-wording'
import { Small, SmallLink } from './frame'
import { wordedMail, type BuiltIn, type MailContext, type WrittenMail } from './worded-mail'
import { mailWord, type MailWord } from './words'

export interface DrawMailContext extends MailContext {
  kind: DrawMailKind
  values: Readonly<Partial<Record<Placeholder, string>>>
  /** Absolute, as is `leaveLink`. */
  link: string
  leaveLink?: string
  /** What the draw can be checked by. */
  entryId?: string
  /** SHA-256 of the seed, in hex. */
  fingerprint?: string
}

/** The words while the shop has not written its own. */
export const drawWords: Readonly<Record<DrawMailKind, BuiltIn & { button: MailWord }>> = {
  'draw-confirm': {
    ...{ subject: 'drawConfirmSubject', heading: 'drawConfirmHeading' },
    ...{ text: 'drawConfirmText', button: 'drawConfirmButton' },
  },
  'draw-entered': {
    ...{ subject: 'drawEnteredSubject', heading: 'drawEnteredHeading' },
    ...{ text: 'drawEnteredText', button: 'drawShoeButton' },
  },
  'draw-won': {
    ...{ subject: 'drawWonSubject', heading: 'drawWonHeading' },
    ...{ text: 'drawWonText', button: 'heldButton' },
  },
  'draw-waiting': {
    ...{ subject: 'drawWaitingSubject', heading: 'drawWaitingHeading' },
    ...{ text: 'drawWaitingText', button: 'drawShoeButton' },
  },
  'draw-moved': {
    ...{ subject: 'drawMovedSubject', heading: 'drawMovedHeading' },
    ...{ text: 'drawMovedText', button: 'drawShoeButton' },
  },
  'draw-off': {
    ...{ subject: 'drawOffSubject', heading: 'drawOffHeading' },
    ...{ text: 'drawOffText', button: 'drawShoeButton' },
  },
}

/** What somebody hears who has entered the draw of a launch. */
export function drawMail(context: DrawMailContext): WrittenMail {
  const { locale, kind, values, link, leaveLink, entryId, fingerprint } = context
  const { button, ...words } = drawWords[kind]
  return wordedMail(context, {
    ...{ kind, words, values, button, link },
    rest: (
      <>
        {entryId && <Small>{mailWord(locale, 'drawEntry', { entry: entryId })}</Small>}
        {fingerprint && <Small>{mailWord(locale, 'drawFingerprint', { fingerprint })}</Small>}
        {leaveLink && (
          <Small>
            <SmallLink href={leaveLink}>{mailWord(locale, 'drawLeave')}</SmallLink>
          </Small>
        )}
      </>
    ),
  })
}

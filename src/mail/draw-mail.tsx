import { Link, Text } from '@react-email/components'
import type { DrawMailKind, MailKind, MailWording, Placeholder } from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { Frame, muted, Paragraphs } from './frame'
import type { WrittenMail } from './order-mails'
import { worded, type BuiltIn } from './worded'
import { mailWord, type MailWord } from './words'

export interface DrawMailContext {
  locale: Locale
  kind: DrawMailKind
  values: Readonly<Partial<Record<Placeholder, string>>>
  /** Absolute, as is `leaveLink`. */
  link: string
  leaveLink?: string
  /** What the draw can be checked by. */
  entryId?: string
  /** SHA-256 of the seed, in hex. */
  fingerprint?: string
  /** The shop's own words, in this language. */
  wordingOf?: (kind: MailKind) => MailWording | undefined
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
  'draw-off': {
    ...{ subject: 'drawOffSubject', heading: 'drawOffHeading' },
    ...{ text: 'drawOffText', button: 'drawShoeButton' },
  },
}

const small = { color: muted, fontSize: 14, lineHeight: '22px', margin: '0 0 8px' } as const

/** What somebody hears who has entered the draw of a launch. */
export function drawMail(context: DrawMailContext): WrittenMail {
  const { locale, kind, values, link, leaveLink, entryId, fingerprint, wordingOf } = context
  const { button, ...builtIn } = drawWords[kind]
  const said = worded(builtIn, { locale, values, wording: wordingOf?.(kind) })
  return {
    subject: said.subject,
    body: (
      <Frame
        locale={locale}
        heading={said.heading}
        preview={said.subject}
        action={{ label: mailWord(locale, button), href: link }}
      >
        <Paragraphs texts={said.body} />
        {entryId && <Text style={small}>{mailWord(locale, 'drawEntry', { entry: entryId })}</Text>}
        {fingerprint && <Text style={small}>{mailWord(locale, 'drawFingerprint', { fingerprint })}</Text>}
        {leaveLink && (
          <Text style={small}>
            <Link href={leaveLink} style={{ color: muted, textDecoration: 'underline' }}>
              {mailWord(locale, 'drawLeave')}
            </Link>
          </Text>
        )}
      </Frame>
    ),
  }
}

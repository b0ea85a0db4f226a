import { Link, Text } from '@react-email/components'
import type { MailKind, MailWording } from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { Frame, muted, Paragraphs } from './frame'
import type { WrittenMail } from './order-mails'
import { worded, type BuiltIn } from './worded'
import { mailWord } from './words'

export interface StockMailContext {
  locale: Locale
  product: string
  size: string
  /** A pair is held for them: until when, in words. */
  heldUntil?: string
  /** Both absolute. */
  link: string
  stopLink: string
  /** The shop's own words, in this language. */
  wordingOf?: (kind: MailKind) => MailWording | undefined
}

/** The words while the shop has not written its own. */
export const stockWords: BuiltIn = { subject: 'backSubject', heading: 'backHeading', text: 'backText' }

export const heldWords: BuiltIn = { subject: 'heldSubject', heading: 'heldHeading', text: 'heldText' }

/** A size that somebody waits for is back; perhaps with a pair that is held for them. */
export function stockMail({
  locale,
  product,
  size,
  heldUntil,
  link,
  stopLink,
  wordingOf,
}: StockMailContext): WrittenMail {
  const isHeld = heldUntil !== undefined
  const said = worded(isHeld ? heldWords : stockWords, {
    locale,
    values: { product, size, ...(isHeld && { heldUntil }) },
    wording: wordingOf?.(isHeld ? 'pair-held' : 'back-in-stock'),
  })
  return {
    subject: said.subject,
    body: (
      <Frame
        locale={locale}
        heading={said.heading}
        preview={said.subject}
        action={{ label: mailWord(locale, isHeld ? 'heldButton' : 'backButton'), href: link }}
      >
        <Paragraphs texts={said.body} />
        <Text style={{ color: muted, fontSize: 14, lineHeight: '22px', margin: '0 0 8px' }}>
          {mailWord(locale, isHeld ? 'heldOnce' : 'backOnce')}{' '}
          <Link href={stopLink} style={{ color: muted, textDecoration: 'underline' }}>
            {mailWord(locale, 'backStop')}
          </Link>
        </Text>
      </Frame>
    ),
  }
}

import { Link, Text } from '@react-email/components'
import type { MailKind, MailWording } from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { Frame, muted, Paragraph, Paragraphs } from './frame'
import type { WrittenMail } from './order-mails'
import { worded, type BuiltIn } from './worded'
import { mailWord } from './words'

interface MeasuringMailContext {
  locale: Locale
  name?: string
  /** All absolute: where the feet are kept, the ruler to print, the end of such mails. */
  link: string
  rulerLink: string
  stopLink: string
  /** The shop's own words, in this language. */
  wordingOf?: (kind: MailKind) => MailWording | undefined
}

/** The words while the shop has not written its own. */
export const measuringWords: BuiltIn = {
  subject: 'measureSubject',
  heading: 'measureHeading',
  text: 'measureText',
}

/** The feet of a child should be measured again. It names no child. */
export function measuringMail({
  locale,
  name,
  link,
  rulerLink,
  stopLink,
  wordingOf,
}: MeasuringMailContext): WrittenMail {
  const said = worded(measuringWords, {
    locale,
    values: { name: name ?? '' },
    wording: wordingOf?.('measure-again'),
  })
  return {
    subject: said.subject,
    body: (
      <Frame
        locale={locale}
        heading={said.heading}
        preview={said.subject}
        action={{ label: mailWord(locale, 'measureButton'), href: link }}
      >
        {name && <Paragraph>{mailWord(locale, 'greeting', { name })}</Paragraph>}
        <Paragraphs texts={said.body} />
        <Text style={{ margin: '0 0 16px' }}>
          <Link href={rulerLink} style={{ color: 'inherit', textDecoration: 'underline' }}>
            {mailWord(locale, 'measureRuler')}
          </Link>
        </Text>
        <Text style={{ color: muted, fontSize: 14, lineHeight: '22px', margin: '0 0 8px' }}>
          {mailWord(locale, 'measureOnce')}{' '}
          <Link href={stopLink} style={{ color: muted, textDecoration: 'underline' }}>
            {mailWord(locale, 'measureStop')}
          </Link>
        </Text>
      </Frame>
    ),
  }
}

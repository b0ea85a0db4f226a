import { Link, Text } from '@react-email/components'
import type { MailKind, MailWording } from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { Frame, muted, Paragraphs } from './frame'
import type { WrittenMail } from './order-mails'
import { worded, type BuiltIn } from './worded'
import { mailWord, type MailWord } from './words'

export interface StockMailContext {
  locale: Locale
  product: string
  /** Empty for what comes in one size. */
  size: string
  /** It is held for them: until when, in words. */
  heldUntil?: string
  /** Both absolute. */
  link: string
  stopLink: string
  /** The shop's own words, in this language. */
  wordingOf?: (kind: MailKind) => MailWording | undefined
}

export type StockKind = 'back-in-stock' | 'back-in-stock-care' | 'pair-held' | 'care-held'

/** The words while the shop has not written its own. */
export const stockWords: Readonly<Record<StockKind, BuiltIn>> = {
  'back-in-stock': { subject: 'backSubject', heading: 'backHeading', text: 'backText' },
  'back-in-stock-care': { subject: 'backCareSubject', heading: 'backCareHeading', text: 'backCareText' },
  'pair-held': { subject: 'heldSubject', heading: 'heldHeading', text: 'heldText' },
  'care-held': { subject: 'heldCareSubject', heading: 'heldCareHeading', text: 'heldCareText' },
}

/** What the shop does not word: the button, and why this mail came. */
const around: Readonly<Record<StockKind, { button: MailWord; once: MailWord }>> = {
  'back-in-stock': { button: 'backButton', once: 'backOnce' },
  'back-in-stock-care': { button: 'backCareButton', once: 'backCareOnce' },
  'pair-held': { button: 'heldButton', once: 'heldOnce' },
  'care-held': { button: 'heldCareButton', once: 'heldCareOnce' },
}

function kindOf({ size, heldUntil }: Pick<StockMailContext, 'size' | 'heldUntil'>): StockKind {
  if (heldUntil === undefined) return size ? 'back-in-stock' : 'back-in-stock-care'
  return size ? 'pair-held' : 'care-held'
}

/** What somebody waits for is back; perhaps with one that is held for them. */
export function stockMail({
  locale,
  product,
  size,
  heldUntil,
  link,
  stopLink,
  wordingOf,
}: StockMailContext): WrittenMail {
  const kind = kindOf({ size, heldUntil })
  const { button, once } = around[kind]
  const said = worded(stockWords[kind], {
    locale,
    values: { product, ...(size && { size }), ...(heldUntil !== undefined && { heldUntil }) },
    wording: wordingOf?.(kind),
  })
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
        <Text style={{ color: muted, fontSize: 14, lineHeight: '22px', margin: '0 0 8px' }}>
          {mailWord(locale, once)}{' '}
          <Link href={stopLink} style={{ color: muted, textDecoration: 'underline' }}>
            {mailWord(locale, 'backStop')}
          </Link>
        </Text>
      </Frame>
    ),
  }
}

import { Text } from '@react-email/text'
import { formatMoney } from '#domain/format-money'
import { dateFormat } from '#domain/formats'
import { markets, type Locale } from '#domain/markets'
import type { Money } from '#domain/views'
import { line, muted, Paragraph } from './frame'
import { wordedMail, type BuiltIn, type MailContext, type WrittenMail } from './worded-mail'
import { mailWord } from './words'

export interface GiftCardMailContext extends MailContext {
  /** In groups of four; dots but for the end in what is kept of the mail. */
  code: string
  balance: Money
  /** ISO 8601. */
  expiresAt?: string
  message?: string
  /** Not the first mail of this card: the code before opens nothing any more. */
  isAgain: boolean
  shopUrl: string
  timezone: string
}

/** The words while the shop has not written its own. */
export const giftCardWords: BuiltIn = {
  subject: 'giftCardSubject',
  heading: 'giftCardHeading',
  text: 'giftCardText',
}

const marketOf = (locale: Locale) => Object.values(markets).find((market) => market.locale === locale)

/** A gift card for whoever has this mail. */
export function giftCardMail(context: GiftCardMailContext): WrittenMail {
  const { locale, code, balance, expiresAt, message, isAgain, shopUrl, timezone } = context
  const formatLocale = marketOf(locale)?.formatLocale ?? 'en-IE'
  const until =
    expiresAt &&
    dateFormat(formatLocale, { dateStyle: 'long', timeZone: timezone }).format(new Date(expiresAt))
  return wordedMail(context, {
    ...{ kind: 'gift-card', words: giftCardWords, values: { amount: formatMoney(balance, formatLocale) } },
    ...{ button: 'shopButton', link: shopUrl, lead: message && <Paragraph>{message}</Paragraph> },
    rest: (
      <>
        <Text
          style={{
            border: `1px solid ${line}`,
            fontFamily: 'Consolas, Menlo, monospace',
            fontSize: 20,
            letterSpacing: 1,
            padding: '18px 12px',
            textAlign: 'center',
          }}
        >
          {code}
        </Text>
        <Text style={{ color: muted, fontSize: 14, lineHeight: '22px' }}>
          {until ? mailWord(locale, 'giftCardUntil', { until }) : mailWord(locale, 'giftCardForEver')}
          {isAgain && ` ${mailWord(locale, 'giftCardAgain')}`}
        </Text>
      </>
    ),
  })
}

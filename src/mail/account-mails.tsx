import type { Locale } from '#domain/markets'
import { Frame, Paragraph } from './frame'
import type { WrittenMail } from './order-mails'
import { mailWord, type MailWord } from './words'

/** What a mail about an account is written from. `link` is absolute. */
export interface AccountMailContext {
  locale: Locale
  name?: string
  link: string
}

interface Words {
  subject: MailWord
  heading: MailWord
  text: MailWord
  button: MailWord
}

const write =
  (words: Words) =>
  ({ locale, name, link }: AccountMailContext): WrittenMail => {
    const subject = mailWord(locale, words.subject)
    return {
      subject,
      body: (
        <Frame
          locale={locale}
          heading={mailWord(locale, words.heading)}
          preview={subject}
          action={{ label: mailWord(locale, words.button), href: link }}
        >
          {name && <Paragraph>{mailWord(locale, 'greeting', { name })}</Paragraph>}
          <Paragraph>{mailWord(locale, words.text)}</Paragraph>
        </Frame>
      ),
    }
  }

/** The mails about an account, by the name of their template. */
export const accountMails: Readonly<Record<string, (context: AccountMailContext) => WrittenMail>> = {
  welcome: write({
    subject: 'welcomeSubject',
    heading: 'welcomeHeading',
    text: 'welcomeText',
    button: 'openAccount',
  }),
  'account-exists': write({
    subject: 'existsSubject',
    heading: 'existsHeading',
    text: 'existsText',
    button: 'openAccount',
  }),
  'password-reset': write({
    subject: 'resetSubject',
    heading: 'resetHeading',
    text: 'resetText',
    button: 'resetHeading',
  }),
}

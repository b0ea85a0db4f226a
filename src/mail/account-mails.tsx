import type { DrawMailKind, MailKind, MailWording } from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { Frame, Paragraph, Paragraphs } from './frame'
import type { orderWords } from './order-mails'
import { type WrittenMail } from './order-mails'
import type { StockKind } from './stock-mail'
import { worded, type BuiltIn } from './worded'
import { mailWord, type MailWord } from './words'

/** What a mail about an account is written from. `link` is absolute. */
export interface AccountMailContext {
  locale: Locale
  name?: string
  link: string
  /** The shop's own words, in this language. */
  wordingOf?: (kind: MailKind) => MailWording | undefined
}

const write =
  (kind: AccountKind) =>
  ({ locale, name, link, wordingOf }: AccountMailContext): WrittenMail => {
    const { button, ...builtIn } = accountWords[kind]
    const said = worded(builtIn, { locale, values: { name: name ?? '' }, wording: wordingOf?.(kind) })
    return {
      subject: said.subject,
      body: (
        <Frame
          locale={locale}
          heading={said.heading}
          preview={said.subject}
          action={{ label: mailWord(locale, button), href: link }}
        >
          {name && <Paragraph>{mailWord(locale, 'greeting', { name })}</Paragraph>}
          <Paragraphs texts={said.body} />
        </Frame>
      ),
    }
  }

type AccountKind = Exclude<
  MailKind,
  keyof typeof orderWords | DrawMailKind | 'gift-card' | StockKind | 'measure-again'
>

/** The words of each mail while the shop has not written its own. */
export const accountWords: Readonly<Record<AccountKind, BuiltIn & { button: MailWord }>> = {
  welcome: {
    subject: 'welcomeSubject',
    heading: 'welcomeHeading',
    text: 'welcomeText',
    button: 'openAccount',
  },
  'account-exists': {
    subject: 'existsSubject',
    heading: 'existsHeading',
    text: 'existsText',
    button: 'openAccount',
  },
  'password-reset': {
    subject: 'resetSubject',
    heading: 'resetHeading',
    text: 'resetText',
    button: 'resetHeading',
  },
  'sign-in-link': {
    subject: 'signInLinkSubject',
    heading: 'signInLinkHeading',
    text: 'signInLinkText',
    button: 'signInLinkButton',
  },
  'email-change': {
    subject: 'newEmailSubject',
    heading: 'newEmailHeading',
    text: 'newEmailText',
    button: 'newEmailButton',
  },
  'email-change-asked': {
    subject: 'emailAskedSubject',
    heading: 'emailAskedHeading',
    text: 'emailAskedText',
    button: 'securityButton',
  },
  'email-changed': {
    subject: 'emailChangedSubject',
    heading: 'emailChangedHeading',
    text: 'emailChangedText',
    button: 'contactButton',
  },
  'second-factor-on': {
    subject: 'factorOnSubject',
    heading: 'factorOnHeading',
    text: 'factorOnText',
    button: 'securityButton',
  },
  'second-factor-off': {
    subject: 'factorOffSubject',
    heading: 'factorOffHeading',
    text: 'factorOffText',
    button: 'securityButton',
  },
  'google-linked': {
    subject: 'googleLinkedSubject',
    heading: 'googleLinkedHeading',
    text: 'googleLinkedText',
    button: 'securityButton',
  },
  'google-unlinked': {
    subject: 'googleUnlinkedSubject',
    heading: 'googleUnlinkedHeading',
    text: 'googleUnlinkedText',
    button: 'securityButton',
  },
  'passkey-added': {
    subject: 'passkeyAddedSubject',
    heading: 'passkeyAddedHeading',
    text: 'passkeyAddedText',
    button: 'securityButton',
  },
  'passkey-removed': {
    subject: 'passkeyRemovedSubject',
    heading: 'passkeyRemovedHeading',
    text: 'passkeyRemovedText',
    button: 'securityButton',
  },
  'staff-factor-on': {
    subject: 'staffFactorOnSubject',
    heading: 'factorOnHeading',
    text: 'staffFactorOnText',
    button: 'staffAccountButton',
  },
  'staff-factor-off': {
    subject: 'staffFactorOffSubject',
    heading: 'factorOffHeading',
    text: 'staffFactorOffText',
    button: 'staffAccountButton',
  },
  'staff-google-linked': {
    subject: 'staffGoogleSubject',
    heading: 'googleLinkedHeading',
    text: 'staffGoogleText',
    button: 'staffAccountButton',
  },
  'erasure-confirm': {
    subject: 'eraseSubject',
    heading: 'eraseHeading',
    text: 'eraseText',
    button: 'eraseButton',
  },
  'erasure-done': {
    subject: 'erasedSubject',
    heading: 'erasedHeading',
    text: 'erasedText',
    button: 'shopButton',
  },
  'newsletter-confirm': {
    subject: 'letterSubject',
    heading: 'letterHeading',
    text: 'letterText',
    button: 'letterButton',
  },
  'newsletter-welcome': {
    subject: 'letterDoneSubject',
    heading: 'letterDoneHeading',
    text: 'letterDoneText',
    button: 'letterLeave',
  },
}

/** The mails about an account, by the name of their template. */
export const accountMails: Readonly<Record<string, (context: AccountMailContext) => WrittenMail>> = {
  welcome: write('welcome'),
  'account-exists': write('account-exists'),
  'password-reset': write('password-reset'),
  'sign-in-link': write('sign-in-link'),
  'email-change': write('email-change'),
  'email-change-asked': write('email-change-asked'),
  'email-changed': write('email-changed'),
  'second-factor-on': write('second-factor-on'),
  'second-factor-off': write('second-factor-off'),
  'google-linked': write('google-linked'),
  'google-unlinked': write('google-unlinked'),
  'passkey-added': write('passkey-added'),
  'passkey-removed': write('passkey-removed'),
  'staff-factor-on': write('staff-factor-on'),
  'staff-factor-off': write('staff-factor-off'),
  'staff-google-linked': write('staff-google-linked'),
  'erasure-confirm': write('erasure-confirm'),
  'erasure-done': write('erasure-done'),
  'newsletter-confirm': write('newsletter-confirm'),
  'newsletter-welcome': write('newsletter-welcome'),
}

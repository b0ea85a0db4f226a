import type { MailKind } from '#domain/mail-wording'
import { wordedMail, type BuiltIn, type MailContext, type WrittenMail } from './worded-mail'
import type { MailWord } from './words'

/** What a mail about an account is written from. `link` is absolute. */
export interface AccountMailContext extends MailContext {
  name?: string
  link: string
}

/** The words of each mail while the shop has not written its own. */
export const accountWords = {
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
} as const satisfies Readonly<Partial<Record<MailKind, BuiltIn & { button: MailWord }>>>

type AccountKind = keyof typeof accountWords

const write =
  (kind: AccountKind) =>
  (context: AccountMailContext): WrittenMail => {
    const { button, ...words } = accountWords[kind]
    const { name = '', link } = context
    return wordedMail(context, { kind, words, values: { name }, name, button, link })
  }

/** The mails about an account, by the name of their template. */
export const accountMails: Readonly<Record<string, (context: AccountMailContext) => WrittenMail>> =
  Object.fromEntries((Object.keys(accountWords) as AccountKind[]).map((kind) => [kind, write(kind)]))

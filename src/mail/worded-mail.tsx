import type { ReactElement, ReactNode } from 'react'
import {
  fillWording,
  paragraphsOf,
  type MailKind,
  type MailWording,
  type Placeholder,
} from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { Frame, Paragraph, Paragraphs } from './frame'
import { mailWord, type MailWord } from './words'

export interface WrittenMail {
  subject: string
  body: ReactElement
}

/** The words of a mail while the shop has not written its own. */
export interface BuiltIn {
  subject: MailWord
  heading: MailWord
  text: MailWord
}

export interface MailContext {
  locale: Locale
  /** The shop's own words, in this language. */
  wordingOf?: (kind: MailKind) => MailWording | undefined
}

interface Parts {
  kind: MailKind
  words: BuiltIn
  values: Readonly<Partial<Record<Placeholder, string>>>
  /** First name of whoever is greeted. */
  name?: string
  /** Stand before and after the words. */
  lead?: ReactNode
  rest?: ReactNode
  button: MailWord
  /** Where the button leads, absolute. */
  link: string
}

/** Subject, heading and paragraphs of a mail: the shop's own words where there are some, the built-in ones elsewhere. */
function worded({ locale, wordingOf }: MailContext, { kind, words, values }: Parts) {
  const { subject, heading, body }: MailWording = wordingOf?.(kind) ?? {}
  const own = (text: string | undefined) => (text?.trim() ? fillWording(text.trim(), values) : undefined)
  const word = (name: MailWord) => mailWord(locale, name, values as Record<string, string>)
  const paragraphs = paragraphsOf(body ?? '').map((one) => fillWording(one, values))
  return {
    // A header is one line, whatever a title says.
    subject: (own(subject) ?? word(words.subject)).replace(/[\r\n\t]+/g, ' '),
    heading: own(heading) ?? word(words.heading),
    texts: paragraphs.length > 0 ? paragraphs : [word(words.text)],
  }
}

/** A mail as all of them are: what the shop or we word, in the frame, with one button. */
export function wordedMail(context: MailContext, parts: Parts): WrittenMail {
  const { locale } = context
  const { name, lead, rest, button, link } = parts
  const { subject, heading, texts } = worded(context, parts)
  return {
    subject,
    body: (
      <Frame
        locale={locale}
        heading={heading}
        preview={subject}
        action={{ label: mailWord(locale, button), href: link }}
      >
        {name && <Paragraph>{mailWord(locale, 'greeting', { name })}</Paragraph>}
        {lead}
        <Paragraphs texts={texts} />
        {rest}
      </Frame>
    ),
  }
}

import { fillWording, paragraphsOf, type MailWording, type Placeholder } from '#domain/mail-wording'
import type { Locale } from '#domain/markets'
import { mailWord, type MailWord } from './words'

/** The words of a mail while the shop has not written its own. */
export interface BuiltIn {
  subject: MailWord
  heading: MailWord
  text: MailWord
}

interface Filling {
  locale: Locale
  values: Readonly<Partial<Record<Placeholder, string>>>
  wording?: MailWording
}

/** Subject, heading and paragraphs of a mail: the shop's own words where there are some, the built-in ones elsewhere. */
export function worded(
  builtIn: BuiltIn,
  { locale, values, wording = {} }: Filling,
): { subject: string; heading: string; body: string[] } {
  const own = (text: string | undefined) => (text?.trim() ? fillWording(text.trim(), values) : undefined)
  const word = (name: MailWord) => mailWord(locale, name, values as Record<string, string>)
  const paragraphs = paragraphsOf(wording.body ?? '').map((one) => fillWording(one, values))
  return {
    // A header is one line, whatever a title says.
    subject: (own(wording.subject) ?? word(builtIn.subject)).replace(/[\r\n\t]+/g, ' '),
    heading: own(wording.heading) ?? word(builtIn.heading),
    body: paragraphs.length > 0 ? paragraphs : [word(builtIn.text)],
  }
}

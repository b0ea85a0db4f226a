import { Link } from '@react-email/link'
import { Text } from '@react-email/text'
import { Small, SmallLink } from './frame'
import { wordedMail, type BuiltIn, type MailContext, type WrittenMail } from './worded-mail'
import { mailWord } from './words'

interface MeasuringMailContext extends MailContext {
  name?: string
  /** All absolute: where the feet are kept, the ruler to print, the end of such mails. */
  link: string
  rulerLink: string
  stopLink: string
}

/** The words while the shop has not written its own. */
export const measuringWords: BuiltIn = {
  subject: 'measureSubject',
  heading: 'measureHeading',
  text: 'measureText',
}

/** The feet of a child should be measured again. It names no child. */
export function measuringMail(context: MeasuringMailContext): WrittenMail {
  const { locale, name = '', link, rulerLink, stopLink } = context
  return wordedMail(context, {
    ...{ kind: 'measure-again', words: measuringWords, values: { name }, name },
    ...{ button: 'measureButton', link },
    rest: (
      <>
        <Text style={{ margin: '0 0 16px' }}>
          <Link href={rulerLink} style={{ color: 'inherit', textDecoration: 'underline' }}>
            {mailWord(locale, 'measureRuler')}
          </Link>
        </Text>
        <Small>
          {mailWord(locale, 'measureOnce')}{' '}
          <SmallLink href={stopLink}>{mailWord(locale, 'measureStop')}</SmallLink>
        </Small>
      </>
    ),
  })
}

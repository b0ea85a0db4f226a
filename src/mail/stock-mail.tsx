import { Small, SmallLink } from './frame'
import { wordedMail, type BuiltIn, type MailContext, type WrittenMail } from './worded-mail'
import { mailWord, type MailWord } from './words'

export interface StockMailContext extends MailContext {
  product: string
  /** Empty for what comes in one size. */
  size: string
  /** It is held for them: until when, in words. */
  heldUntil?: string
  /** Both absolute. */
  link: string
  stopLink: string
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
export function stockMail(context: StockMailContext): WrittenMail {
  const { locale, product, size, heldUntil, link, stopLink } = context
  const kind = kindOf(context)
  const { button, once } = around[kind]
  return wordedMail(context, {
    ...{ kind, words: stockWords[kind], button, link },
    values: { product, ...(size && { size }), ...(heldUntil !== undefined && { heldUntil }) },
    rest: (
      <Small>
        {mailWord(locale, once)} <SmallLink href={stopLink}>{mailWord(locale, 'backStop')}</SmallLink>
      </Small>
    ),
  })
}

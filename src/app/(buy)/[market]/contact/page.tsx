import { EmailField, Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { messageLengths } from '#services/contact'
import { privateMetadata, SmallPage, type PageProps } from '../../small-page'
import { typedIn } from '../../typed'
import { one, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('contact.title')

const worded = new Set(['validation.failed', 'rate.limited'])

/** Writing to the shop. */
export default async function ContactPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const [problem, faulty] = [one(query.problem), one(query.fields).split(',')]
  const isSent = one(query.done) === 'sent'
  const errorOf = (name: string): string | undefined =>
    faulty.includes(name) ? t(`contact.${name}Error`) : undefined
  const typed = await typedIn(query, 'contact')
  const about = (name: keyof typeof messageLengths) => ({
    ...{ t, id: `contact-${name}`, label: t(`contact.${name}`), value: typed[name] },
    ...{ error: errorOf(name), autoFocus: faulty[0] === name, maxLength: messageLengths[name] },
  })
  const textError = errorOf('text')
  return (
    <SmallPage
      shop={shop}
      title={t('contact.title')}
      lead={isSent ? undefined : t('contact.lead')}
      problem={
        problem
          ? t(`contact.problems.${worded.has(problem) ? problem.replaceAll('.', '-') : 'other'}`)
          : undefined
      }
      notice={isSent ? t('contact.sent') : undefined}
    >
      {!isSent && (
        <form method="post" action={formPaths.contact} className="grid gap-5">
          <input type="hidden" name="market" value={shop.market.id} />
          <Field {...about('name')} name="name" autoComplete="name" />
          <EmailField {...about('email')} />
          <Field {...about('number')} name="number" autoComplete="off" optional />
          <div className="field">
            <label htmlFor="contact-text">{t('contact.text')}</label>
            <textarea
              id="contact-text"
              className="input tall"
              name="text"
              rows={7}
              maxLength={messageLengths.text}
              defaultValue={typed.text}
              required
              aria-invalid={textError ? true : undefined}
              aria-describedby={textError ? 'contact-text-error' : undefined}
              autoFocus={faulty[0] === 'text'}
            />
            {textError && (
              <span id="contact-text-error" className="field-error">
                {textError}
              </span>
            )}
          </div>
          <div className="never-seen" aria-hidden="true">
            <label htmlFor="contact-website">{t('contact.website')}</label>
            <input id="contact-website" name="website" tabIndex={-1} autoComplete="off" />
          </div>
          <div>
            <button className="button">{t('contact.send')}</button>
          </div>
        </form>
      )}
    </SmallPage>
  )
}

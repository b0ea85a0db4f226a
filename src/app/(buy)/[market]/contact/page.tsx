import { formPaths } from '#components/form-paths'
import { privateMetadata, SmallPage, type PageProps } from '../../small-page'
import { one, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('contact.title')

const worded = new Set(['validation.failed', 'rate.limited'])
const optional = ['number'] as const

/** Writing to the shop. */
export default async function ContactPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const [problem, faulty] = [one(query.problem), one(query.fields).split(',')]
  const isSent = one(query.done) === 'sent'
  const errorOf = (name: string): string | undefined =>
    faulty.includes(name) ? t(`contact.${name}Error`) : undefined
  const line = (name: 'name' | 'email' | 'number', more: Record<string, unknown>) => {
    const error = errorOf(name)
    return (
      <div className="field">
        <label htmlFor={`contact-${name}`}>
          {t(`contact.${name}`)}{' '}
          {optional.some((one) => one === name) && <span>{t('contact.optional')}</span>}
        </label>
        <input
          id={`contact-${name}`}
          className="input"
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `contact-${name}-error` : undefined}
          autoFocus={faulty[0] === name}
          {...more}
        />
        {error && (
          <span id={`contact-${name}-error`} className="field-error">
            {error}
          </span>
        )}
      </div>
    )
  }
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
          {line('name', { autoComplete: 'name', maxLength: 120, required: true })}
          {line('email', {
            type: 'email',
            autoComplete: 'email',
            inputMode: 'email',
            maxLength: 254,
            required: true,
          })}
          {line('number', { maxLength: 20, autoComplete: 'off' })}
          <div className="field">
            <label htmlFor="contact-text">{t('contact.text')}</label>
            <textarea
              id="contact-text"
              className="input tall"
              name="text"
              rows={7}
              maxLength={5000}
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

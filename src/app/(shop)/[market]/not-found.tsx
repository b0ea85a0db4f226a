import { defaultMarket, locales, marketPath, marketIds, markets, type Locale } from '#domain/markets'
import { wordsIn } from '../../words'

const homeOf = (locale: Locale): string =>
  marketPath(marketIds.find((id) => markets[id].locale === locale) ?? defaultMarket, '/')

/** Next.js gives this page no parameters: it says it in every language, and the page's own shows. */
export default function NotFound() {
  return locales.map((locale) => {
    const t = wordsIn(locale)
    return (
      <div key={locale} lang={locale} className={`frame pt-16 only-${locale}`}>
        <h1>{t('notFound.title')}</h1>
        <p className="muted mt-4 mb-6">{t('notFound.lead')}</p>
        <a className="button" href={homeOf(locale)}>
          {t('notFound.action')}
        </a>
      </div>
    )
  })
}

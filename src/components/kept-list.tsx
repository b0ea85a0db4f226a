import { ageInWords, type KeptInBrowser } from '#domain/kept-in-browser'
import type { Shop } from './shop'

/** What is kept in the browser: under which name, what for, where and how long. */
export function KeptList({ shop, kept }: { shop: Shop; kept: readonly KeptInBrowser[] }) {
  const { t, market } = shop
  return (
    <dl className="kept-list">
      {kept.map(({ id, name, place, age }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{t(`cookies.kept.${id}`)}</dd>
          <dd className="small muted">
            {t(`cookies.places.${place}`)},{' '}
            {age === undefined ? t(`cookies.until.${id}`) : ageInWords(age, market.formatLocale)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

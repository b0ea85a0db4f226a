import { hrefIn, type Shop } from './shop'

export interface Step {
  name: string
  /** A path of the default market; the last step has none. */
  href?: string
}

export function Breadcrumb({ shop, steps }: { shop: Shop; steps: readonly Step[] }) {
  return (
    <nav className="breadcrumb" aria-label={shop.t('nav.breadcrumb')}>
      <ol>
        {[{ name: shop.t('nav.home'), href: '/' }, ...steps].map(({ name, href }) => (
          <li key={name}>
            {href ? <a href={hrefIn(shop, href)}>{name}</a> : <span aria-current="page">{name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

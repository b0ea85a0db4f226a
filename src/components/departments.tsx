import type { NavigationItem } from '#domain/content-views'
import { Icon } from './icon'
import { hrefIn, type Shop } from './shop'
import { stillOnce } from './still-once'

interface ItemsProps {
  shop: Shop
  items: readonly NavigationItem[]
}

function Group({ shop, item }: { shop: Shop; item: NavigationItem }) {
  return (
    <div className="panel-group">
      {item.href ? <a href={hrefIn(shop, item.href)}>{item.label}</a> : <p className="label">{item.label}</p>}
      {item.children.length > 0 && (
        <ul>
          {item.children.map((child) => (
            <li key={child.label}>
              <a href={hrefIn(shop, child.href ?? '/')}>{child.label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Items({ shop, items }: ItemsProps) {
  return (
    <>
      {items.map((item) =>
        item.children.length === 0 ? (
          <li key={item.label}>
            <a href={hrefIn(shop, item.href ?? '/')}>{item.label}</a>
          </li>
        ) : (
          <li key={item.label}>
            <details name="departments">
              <summary>{item.label}</summary>
              <div className="panel">
                <div className="frame panel-columns">
                  {item.href && (
                    <div className="panel-lead">
                      <a className="link" href={hrefIn(shop, item.href)}>
                        {shop.t('nav.all', { name: item.label })}
                      </a>
                    </div>
                  )}
                  {item.children.map((child) => (
                    <Group key={child.label} shop={shop} item={child} />
                  ))}
                </div>
              </div>
            </details>
          </li>
        ),
      )}
    </>
  )
}

/** Wide screens. `name` lets one panel be open at a time, without script. */
export const Departments = (props: ItemsProps) => <ul className="departments" {...stillOnce(Items, props)} />

function Branch({ shop, item }: { shop: Shop; item: NavigationItem }) {
  if (item.children.length === 0) return <a href={hrefIn(shop, item.href ?? '/')}>{item.label}</a>
  return (
    <details>
      <summary>
        {item.label}
        <Icon name="down" className="turns" />
      </summary>
      <ul>
        {item.href && (
          <li>
            <a href={hrefIn(shop, item.href)}>{shop.t('nav.all', { name: item.label })}</a>
          </li>
        )}
        {item.children.map((child) => (
          <li key={child.label}>
            <Branch shop={shop} item={child} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const Branches = ({ shop, items }: ItemsProps) =>
  items.map((item) => (
    <li key={item.label}>
      <Branch shop={shop} item={item} />
    </li>
  ))

/** Narrow screens: the same tree in one sheet. */
export function PhoneMenu({ shop, items }: ItemsProps) {
  return (
    <details className="menu">
      <summary aria-label={shop.t('nav.menu')}>
        <Icon name="menu" className="when-closed" />
        <Icon name="x" className="when-open" />
      </summary>
      <div className="menu-sheet">
        <ul className="menu-top" {...stillOnce(Branches, { shop, items })} />
        <ul className="menu-extra">
          <li>
            <a href={hrefIn(shop, '/account')}>{shop.t('nav.account')}</a>
          </li>
          <li>
            <a href={hrefIn(shop, '/wishlist')}>{shop.t('wishes.title')}</a>
          </li>
          <li>
            <a href={hrefIn(shop, '/find-order')}>{shop.t('nav.findOrder')}</a>
          </li>
        </ul>
      </div>
    </details>
  )
}

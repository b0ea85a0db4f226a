import { formPaths } from './form-paths'
import { Icon } from './icon'
import type { Shop } from './shop'

interface Props {
  shop: Shop
  slug: string
  title: string
  /** With the words beside the heart. */
  wide?: boolean
}

/** A heart: a plain form that leads to the list; the script keeps and forgets in place. */
export function WishButton({ shop, slug, title, wide = false }: Props) {
  const { t } = shop
  return (
    <wish-button data-slug={slug} data-kept={wide ? t('wishes.kept') : undefined}>
      <form method="post" action={formPaths.wish} className={wide ? 'wish wide' : 'wish'}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="product" value={slug} />
        <button aria-label={wide ? undefined : t('wishes.keepNamed', { title })}>
          <Icon name="heart" />
          {wide && <span>{t('wishes.keep')}</span>}
        </button>
      </form>
    </wish-button>
  )
}

import type { ProductCard } from '#domain/views'
import { Card } from './card'
import { formPaths } from './form-paths'
import { hrefIn, type Shop } from './shop'
import { SizeLabel, SizePhrase } from './size-label'

interface Props {
  shop: Shop
  cards: readonly ProductCard[]
  /** Somebody else looks: nothing can be taken off. */
  readOnly?: boolean
}

function MoveSizes({ shop, card, sizes }: { shop: Shop; card: ProductCard; sizes: ProductCard['sizes'] }) {
  return (
    <>
      <p className="small muted" aria-hidden="true">
        {shop.t('wishes.move')}
      </p>
      {sizes.map(({ value, labels }) => (
        <button key={value} name="size" value={value} className="size">
          <span aria-hidden="true">
            <SizeLabel labels={labels} segment={card.segment} />
          </span>
          <span className="sr-only">
            <SizePhrase shop={shop} phrase="wishes.moveSize" values={{ title: card.title }}>
              <SizeLabel labels={labels} segment={card.segment} />
            </SizePhrase>
          </span>
        </button>
      ))}
    </>
  )
}

/** Its sizes in stock, each a button that moves the pair into the bag. */
function Move({ shop, card }: { shop: Shop; card: ProductCard }) {
  if (card.launchesAt) return null
  const sizes = card.sizes.filter(({ available }) => available)
  if (sizes.length === 0)
    return <p className="small muted">{shop.t(card.kind ? 'product.soldOutThing' : 'wishes.soldOut')}</p>
  return (
    <form className="wish-sizes" method="post" action={formPaths.add}>
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={card.slug} />
      <input type="hidden" name="wish" value="1" />
      {card.kind ? (
        sizes.map(({ value }) => (
          <button key={value} name="size" value={value} className="button second wide">
            {shop.t('product.add')}
            <span className="sr-only">: {card.title}</span>
          </button>
        ))
      ) : (
        <MoveSizes shop={shop} card={card} sizes={sizes} />
      )}
    </form>
  )
}

export function WishList({ shop, cards, readOnly = false }: Props) {
  const { t } = shop
  return (
    <>
      <h2 className="sr-only">{t('search.products')}</h2>
      <ul className="cards wishes">
        {cards.map((card) => (
          <li key={card.id}>
            <Card shop={shop} card={{ ...card, siblings: [] }} bare />
            {!readOnly && (
              <>
                <Move shop={shop} card={card} />
                <form method="post" action={formPaths.unwish}>
                  <input type="hidden" name="market" value={shop.market.id} />
                  <input type="hidden" name="product" value={card.slug} />
                  <button
                    className="plain-button"
                    aria-label={t('wishes.removeNamed', { title: card.title })}
                  >
                    {t('wishes.remove')}
                  </button>
                </form>
              </>
            )}
            {readOnly && (
              <a className="link small" href={hrefIn(shop, `/p/${card.slug}`)}>
                {t('wishes.see')}
                <span className="sr-only"> {card.title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
